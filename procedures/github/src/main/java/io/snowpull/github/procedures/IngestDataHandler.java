package io.snowpull.github.procedures;

import com.fasterxml.jackson.databind.JsonNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.IngestionRun;
import io.snowpull.runtime.ingestion.Pause;
import io.snowpull.runtime.ingestion.RunLimits;
import io.snowpull.runtime.ingestion.RunSetting;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/** The procedure that the task of each repository calls. */
public final class IngestDataHandler {
  private IngestDataHandler() {}

  // docs:begin procedure
  /**
   * Brings the issues of an enabled repository into its table.
   *
   * @param resourceId the repository, as it was enabled
   * @return {@code table_name}, {@code rows_count} of that table, and {@code extras} of this run
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, externalAccess = true)
  public static Variant ingestData(Session session, String resourceId) {
    return new ProcedureEdge("INGEST_DATA", LoggerFactory.getLogger(IngestDataHandler.class))
        .run(() -> new Variant(Json.write(ingest(new SnowparkSql(session), resourceId))));
  }

  // docs:end procedure

  private static JsonNode ingest(Sql sql, String resourceId) {
    ResourceDefinition resource = new ResourceRepository(sql).require(resourceId);
    RunLimits limits = RunLimits.STANDARD;
    ExecutorService fetching = Executors.newFixedThreadPool(limits.concurrency());
    try {
      RunSetting setting =
          new RunSetting(
              UUID.randomUUID().toString(),
              sql,
              limits,
              InstantSource.system(),
              Pause.SLEEP,
              fetching,
              new Random());
      return new IngestionRun(resource, setting)
          .run(() -> GitHubConnection.open(new ConfigurationRepository(sql).require()));
    } finally {
      fetching.shutdownNow();
    }
  }
}
