package io.snowpull.runtime.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one resource is to be read with.
 *
 * @param startDate rows changed before it are not read; empty for all
 * @param requestsPerRun requests after which a run ends, to be continued by the next; empty for no
 *     bound but time
 * @param document all options as they were given, those of the source among them
 */
public record ResourceOptions(
    Optional<Instant> startDate, OptionalLong requestsPerRun, ObjectNode document) {
  static final String START_DATE = "start_date";
  static final String REQUESTS_PER_RUN = "requests_per_run";

  /** Everything, as fast as it goes. */
  public static final ResourceOptions NONE =
      new ResourceOptions(Optional.empty(), OptionalLong.empty(), Json.object());

  /**
   * Reads options from a person.
   *
   * @param ofSource keys that the source reads by itself
   * @throws ConnectorException OPTION_INVALID for a key that there is not, or a value that it
   *     cannot have
   */
  public static ResourceOptions of(JsonNode document, Set<String> ofSource) {
    if (document.isMissingNode() || document.isNull()) {
      return NONE;
    }
    if (!(document instanceof ObjectNode object)) {
      throw invalid("The options are " + document + ". Pass them as PARSE_JSON('{...}').");
    }
    List<String> known = new ArrayList<>(List.of(START_DATE, REQUESTS_PER_RUN));
    known.addAll(ofSource.stream().sorted().toList());
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw invalid(
                    "There is no option '" + key + "'. Use " + String.join(", ", known) + ".");
              }
            });
    return new ResourceOptions(startDate(object), requestsPerRun(object), object);
  }

  /** Options that were checked when they were stored. */
  static ResourceOptions stored(JsonNode document) {
    return document instanceof ObjectNode object
        ? new ResourceOptions(startDate(object), requestsPerRun(object), object)
        : NONE;
  }

  /** An option that is either true or false; {@code standard} when it is not given. */
  public boolean flag(String key, boolean standard) {
    JsonNode value = document.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isBoolean()) {
      throw invalid("Option '" + key + "' is " + value + ". Make it true or false.");
    }
    return value.booleanValue();
  }

  private static Optional<Instant> startDate(ObjectNode document) {
    JsonNode value = document.path(START_DATE);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    String text = value.asText();
    try {
      Instant time =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text);
      if (time.isAfter(Instant.EPOCH)) {
        return Optional.of(time);
      }
    } catch (DateTimeException notATime) {
      // Said below.
    }
    throw invalid(
        "Option '"
            + START_DATE
            + "' is "
            + value
            + ". Make it a day after 1970-01-01, such as \"2024-01-31\", or a time in UTC, such as"
            + " \"2024-01-31T12:00:00Z\".");
  }

  private static OptionalLong requestsPerRun(ObjectNode document) {
    JsonNode value = document.path(REQUESTS_PER_RUN);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 2) {
      throw invalid(
          "Option '" + REQUESTS_PER_RUN + "' is " + value + ". Make it a whole number from 2 on.");
    }
    return OptionalLong.of(value.longValue());
  }

  private static ConnectorException invalid(String message) {
    return new ConnectorException(RuntimeError.OPTION_INVALID, message);
  }
}
