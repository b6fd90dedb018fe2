package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  private static final String DONE = GithubConnectorNames.Procedures.INGEST_DATA.text();

  /**
   * Stores the configuration and creates the destination's database. It can be repeated.
   *
   * @param config destination, secret and integration
   * @return {@code Connector provisioned}
   * @throws IllegalArgumentException CONFIGURATION_INVALID: a key is missing
   */
  @ConnectorProcedure(grantedTo = "APP_USER", uses = AccountPrivilege.CREATE_DATABASE)
  public static String provisionConnector(Session session, Variant config) {
    return DONE + GithubConnectorNames.Tables.APP_STATE.qualified();
  }

  /** Ingests a repository's issues. */
  @ConnectorProcedure(grantedTo = "APP_USER", externalAccess = true)
  public static Variant ingestData(Session session, String resourceId) {
    return new Variant();
  }

  /** Enables a repository. */
  @ConnectorProcedure(
      grantedTo = {"APP_USER", "APP_VIEWER"},
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK,
      usesReferences = "WAREHOUSE_REFERENCE")
  public static String enableResource(
      Session session,
      String resourceId,
      @DefaultValue("it's 30") String schedule,
      @DefaultValue(isNull = true) Long limit,
      @DefaultValue("true") boolean first) {
    return "";
  }
}
