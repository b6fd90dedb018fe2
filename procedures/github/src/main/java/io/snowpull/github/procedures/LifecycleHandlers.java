package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.LifecycleProcedures;

/** The procedures for the connector as a whole. */
public final class LifecycleHandlers {
  private static final LifecycleProcedures CONNECTOR =
      new LifecycleProcedures(RepositoryDesign.CURRENT);

  private LifecycleHandlers() {}

  /**
   * Suspends every task; runs that are under way come to their end.
   *
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String pauseConnector(Session session) {
    return CONNECTOR.pause(session);
  }

  /**
   * Starts the schedule of every enabled repository again; disabled ones stay so.
   *
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String resumeConnector(Session session) {
    return CONNECTOR.resume(session);
  }
}
