package io.snowpull.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.FetchThreads;
import io.snowpull.runtime.ingestion.IngestionRun;
import io.snowpull.runtime.ingestion.RunLimits;
import io.snowpull.runtime.ingestion.RunOptions;
import io.snowpull.runtime.ingestion.RunSetting;
import io.snowpull.runtime.ingestion.Staging;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code INGEST_DATA}: what the task of each resource calls. */
public final class IngestProcedure {
  private static final Logger LOG = LoggerFactory.getLogger(IngestProcedure.class);

  private final SourceOpener opener;

  public IngestProcedure(SourceOpener opener) {
    this.opener = opener;
  }

  /**
   * Brings the rows of an enabled resource into its table.
   *
   * @return {@code table_name}, {@code rows_count} of that table, and {@code extras} of this run
   */
  public Variant run(Session session, String resourceId) {
    return new ProcedureEdge("INGEST_DATA", LOG)
        .run(() -> new Variant(Json.write(ingest(new SnowparkSql(session), resourceId))));
  }

  private JsonNode ingest(SnowparkSql sql, String resourceId) {
    ResourceDefinition resource = new ResourceRepository(sql).require(resourceId);
    try (FetchThreads fetching = new FetchThreads()) {
      RunLimits limits;
      Optional<Staging> staging = Optional.empty();
      Supplier<Source> connect;
      try {
        ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
        limits = RunOptions.limits(configuration.document(), resource.options());
        staging = RunOptions.staging(configuration.document(), sql);
        connect = () -> opener.open(configuration, resource.options());
      } catch (ConnectorException e) {
        // A run that cannot begin is recorded as one that failed.
        limits = RunLimits.STANDARD;
        connect =
            () -> {
              throw e;
            };
      }
      RunSetting setting = RunSettings.of(sql, staging, limits, fetching);
      Supplier<Source> opened = connect;
      JsonNode report =
          new IngestionRun(resource, setting)
              .run(() -> new LoggedSource(opened.get(), LOG, setting.id(), resource.key()));
      LOG.atInfo()
          .addKeyValue("run_id", setting.id())
          .addKeyValue("resource", resource.key())
          .addKeyValue("rows", report.path("rows_count"))
          .addKeyValue("requests", report.path("extras").path("requests"))
          .addKeyValue("seconds", report.path("extras").path("seconds"))
          .log("run ended");
      return report;
    }
  }
}
