package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.runtime.connector.RenewProcedure;

/** The procedure that an upgrade ends with. */
public final class RenewResourcesHandler {
  private RenewResourcesHandler() {}

  /**
   * Brings view and task of every repository to what this version renders.
   *
   * @return how many were renewed, for people
   */
  @ConnectorProcedure(afterSetup = true, uses = AccountPrivilege.EXECUTE_TASK)
  public static String renewResources(Session session) {
    return new RenewProcedure(RepositoryDesign.CURRENT, "repositories").run(session);
  }
}
