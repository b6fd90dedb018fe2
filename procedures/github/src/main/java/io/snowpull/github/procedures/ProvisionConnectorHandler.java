package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.ProvisionProcedure;
import java.util.List;

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
    return new ProvisionProcedure(
            List.of(Roles.APP_USER, Roles.DATA_READER), GitHubConnection::baseUrl)
        .run(session, config);
  }
}
