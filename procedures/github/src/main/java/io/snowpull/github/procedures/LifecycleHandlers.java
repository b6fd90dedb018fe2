package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.LifecycleProcedures;
import io.snowpull.runtime.json.Json;

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

  /**
   * Deletes every repository and the configuration; the destination database stays.
   *
   * @param withData whether tables and views go too
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_ADMIN, uses = AccountPrivilege.EXECUTE_TASK)
  public static String reset(Session session, @DefaultValue("false") boolean withData) {
    return CONNECTOR.reset(session, withData);
  }

  /**
   * Puts right runs that ended without a word, as after a warehouse was killed, and starts every
   * schedule that should run.
   *
   * @return {@code recovered}: repositories whose run was left; {@code started}: those whose
   *     schedule runs
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static Variant recover(Session session) {
    return CONNECTOR.recover(session);
  }

  /**
   * Says how the connector stands, and why.
   *
   * @return {@code status} (NOT_PROVISIONED, PAUSED, ATTENTION, RUNNING); {@code reasons} as in the
   *     view {@code MONITORING.CONDITIONS}; {@code resources} and {@code states}: counts; {@code
   *     retention_days}
   */
  @ConnectorProcedure(grantedTo = Roles.APP_VIEWER)
  public static Variant connectorStatus(Session session) {
    return CONNECTOR.status(session);
  }

  /**
   * Lists what has to be there before issues can come, and who can mend what is missing.
   *
   * @return an array with an object each: {@code prerequisite}, {@code done}, {@code who}, {@code
   *     way_out}
   */
  @ConnectorProcedure(grantedTo = Roles.APP_VIEWER)
  public static Variant prerequisites(Session session) {
    return CONNECTOR.prerequisites(session);
  }

  /**
   * Forgets the history of runs and states that is older; the newest of each repository stays.
   *
   * @param days how many days are kept, 1 to 3,650
   * @return rows deleted, by table
   */
  @ConnectorProcedure(grantedTo = Roles.APP_ADMIN)
  public static Variant purgeHistory(Session session, @DefaultValue("90") long days) {
    return CONNECTOR.purge(session, days);
  }

  /**
   * Keeps the history of runs and states for so many days from now on: what is older is forgotten
   * now, and from then on once a day. Until this is called, it is kept for 90 days.
   *
   * @param days how many days are kept, 1 to 3,650
   * @return {@code retention_days}; {@code deleted}: rows deleted now, by table
   */
  @ConnectorProcedure(grantedTo = Roles.APP_ADMIN)
  public static Variant setRetention(Session session, long days) {
    return CONNECTOR.retain(session, days);
  }

  /**
   * Gives what people decided as a document that another installation can take; it names the secret
   * and never holds it.
   *
   * @return {@code format}, {@code configuration}, {@code paused}, {@code resources}: objects with
   *     {@code resource}, {@code enabled}, {@code schedule}, {@code options}
   */
  @ConnectorProcedure(grantedTo = Roles.APP_VIEWER)
  public static Variant exportConfiguration(Session session) {
    return CONNECTOR.export(session);
  }

  /**
   * Enables the repositories of an exported document, once GitHub has confirmed each.
   *
   * @param document what {@code EXPORT_CONFIGURATION} gave; its connection is not taken over
   * @return {@code enabled}, {@code disabled}: names; {@code failed}: objects with {@code resource}
   *     and {@code reason}
   */
  @ConnectorProcedure(
      grantedTo = Roles.APP_ADMIN,
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK,
      usesReferences = Roles.WAREHOUSE_REFERENCE)
  public static Variant importConfiguration(Session session, Variant document) {
    return CONNECTOR.importDocument(
        session,
        document,
        GitHubConnection::open,
        options -> RepositoryOptions.of(new Variant(Json.write(options))));
  }

  /**
   * Changes secret, integration or address while repositories run; the next run takes the new.
   *
   * @param change some of {@code secret_name}, {@code external_access_integration_name}, {@code
   *     api_base_url}; an empty object binds again what is configured
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_ADMIN)
  public static String updateConnection(Session session, Variant change) {
    return CONNECTOR.updateConnection(session, change, GitHubConnection::baseUrl);
  }

  /**
   * Makes the views of the schema MONITORING.
   *
   * @return a message for people
   */
  @ConnectorProcedure(afterSetup = true)
  public static String createMonitoring(Session session) {
    return CONNECTOR.createMonitoring(session, Roles.APP_VIEWER);
  }
}
