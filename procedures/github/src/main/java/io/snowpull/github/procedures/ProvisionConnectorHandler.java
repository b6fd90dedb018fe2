package io.snowpull.github.procedures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.RunOptions;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.provisioning.Provisioning;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The procedure that makes the connector ready. */
public final class ProvisionConnectorHandler {
  private ProvisionConnectorHandler() {}

  /**
   * Binds secret and integration, creates the destination database and stores the configuration.
   *
   * @param config {@code destination_database}, {@code secret_name}, {@code
   *     external_access_integration_name}; {@code api_base_url} where it is not api.github.com;
   *     {@code concurrency} of a first load where it is not 4; {@code overlap_seconds} of polls
   *     where it is not 120
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.CREATE_DATABASE)
  public static String provisionConnector(Session session, Variant config) {
    return new ProcedureEdge(
            "PROVISION_CONNECTOR", LoggerFactory.getLogger(ProvisionConnectorHandler.class))
        .run(
            () -> {
              ConnectorConfiguration configuration = ConnectorConfiguration.of(document(config));
              GitHubConnection.baseUrl(configuration);
              RunOptions.limits(configuration.document());
              new Provisioning(new SnowparkSql(session), List.of(Roles.APP_USER, Roles.DATA_READER))
                  .provision(configuration);
              return "Connector provisioned";
            });
  }

  private static JsonNode document(@Nullable Variant config) {
    return config == null ? NullNode.getInstance() : Json.parse(config.asJsonString());
  }
}
