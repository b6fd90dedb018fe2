package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.sql.StageUpload;
import java.time.Duration;
import java.util.Optional;

/** What the configuration says about runs; a key that is not there has its standard value. */
public final class RunOptions {
  /** How much later than its time a change may become visible, in seconds. */
  static final String OVERLAP_SECONDS = "overlap_seconds";

  /** Requests that a first load makes at once. */
  static final String CONCURRENCY = "concurrency";

  /** Whether large batches go over the application's stage. */
  static final String USE_STAGE = "use_stage";

  private RunOptions() {}

  /**
   * How large batches go to the account: over its stage, unless the configuration says otherwise.
   *
   * @throws ConnectorException CONFIGURATION_INVALID when it says neither true nor false
   */
  public static Optional<Staging> staging(JsonNode configuration, StageUpload upload) {
    return usesStage(configuration) ? Optional.of(Staging.standard(upload)) : Optional.empty();
  }

  /** Whether large batches go over the stage, see {@link #staging}. */
  public static boolean usesStage(JsonNode configuration) {
    JsonNode value = configuration.path(USE_STAGE);
    if (value.isMissingNode() || value.isNull()) {
      return true;
    }
    if (!value.isBoolean()) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '"
              + USE_STAGE
              + "' is "
              + value
              + ". Make it true or false, or leave it out for true.");
    }
    return value.booleanValue();
  }

  /**
   * The limits of a run for one resource.
   *
   * @param configuration the document that the connector was provisioned with
   * @throws ConnectorException CONFIGURATION_INVALID when a value is none that a run can have
   */
  public static RunLimits limits(JsonNode configuration, ResourceOptions options) {
    RunLimits limits = limits(configuration);
    return options.requestsPerRun().isPresent()
        ? limits.withRequests(options.requestsPerRun().getAsLong())
        : limits;
  }

  /** The limits of a run for any resource, see {@link #limits(JsonNode, ResourceOptions)}. */
  public static RunLimits limits(JsonNode configuration) {
    RunLimits standard = RunLimits.STANDARD;
    int overlap = number(configuration, OVERLAP_SECONDS, 10, 86_400, standard.margin().toSeconds());
    int concurrency = number(configuration, CONCURRENCY, 1, 20, standard.concurrency());
    return standard.withMargin(Duration.ofSeconds(overlap)).withConcurrency(concurrency);
  }

  private static int number(
      JsonNode configuration, String key, int least, int most, long standard) {
    JsonNode value = configuration.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return (int) standard;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '"
              + key
              + "' is "
              + value
              + ". Make it a whole number from "
              + least
              + " to "
              + most
              + ", or leave it out for "
              + standard
              + ".");
    }
    return value.intValue();
  }
}
