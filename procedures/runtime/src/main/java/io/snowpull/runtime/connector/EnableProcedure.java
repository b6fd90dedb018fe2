package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.enabling.Enabling;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import org.slf4j.LoggerFactory;

/** {@code ENABLE_RESOURCE}: starts the ingestion of a resource. */
public final class EnableProcedure {
  private final ResourceDesign design;
  private final SourceOpener opener;

  public EnableProcedure(ResourceDesign design, SourceOpener opener) {
    this.design = design;
    this.opener = opener;
  }

  /**
   * Creates table, view and task of a resource and starts its first run.
   *
   * @return a message for people
   */
  public String run(Session session, String resourceId) {
    return new ProcedureEdge("ENABLE_RESOURCE", LoggerFactory.getLogger(EnableProcedure.class))
        .run(
            () -> {
              Sql sql = new SnowparkSql(session);
              ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
              new Enabling(sql, design)
                  .enable(resourceId, configuration, opener.open(configuration));
              return resourceId + " enabled";
            });
  }
}
