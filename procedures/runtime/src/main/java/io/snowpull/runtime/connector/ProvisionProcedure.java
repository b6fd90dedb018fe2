package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.RunOptions;
import io.snowpull.runtime.provisioning.Provisioning;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code PROVISION_CONNECTOR}: makes the connector ready for resources. */
public final class ProvisionProcedure {
  private final List<String> dataRoles;
  private final Consumer<ConnectorConfiguration> check;

  /**
   * @param dataRoles application roles that may see the destination database
   * @param check throws when the configuration cannot work for the source
   */
  public ProvisionProcedure(List<String> dataRoles, Consumer<ConnectorConfiguration> check) {
    this.dataRoles = List.copyOf(dataRoles);
    this.check = check;
  }

  /**
   * Checks a configuration and makes it the one in force.
   *
   * @return a message for people
   */
  public String run(Session session, @Nullable Variant config) {
    return new ProcedureEdge(
            "PROVISION_CONNECTOR", LoggerFactory.getLogger(ProvisionProcedure.class))
        .run(
            () -> {
              ConnectorConfiguration configuration =
                  ConnectorConfiguration.of(Arguments.document(config));
              check.accept(configuration);
              RunOptions.limits(configuration.document());
              RunOptions.usesStage(configuration.document());
              new Provisioning(new SnowparkSql(session), dataRoles).provision(configuration);
              return "Connector provisioned";
            });
  }
}
