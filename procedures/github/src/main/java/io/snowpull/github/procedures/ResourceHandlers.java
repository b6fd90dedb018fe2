package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.EnableManyProcedure;
import io.snowpull.runtime.connector.ResourceProcedures;

/** The procedures for repositories that are, or are to be, enabled. */
public final class ResourceHandlers {
  private static final ResourceProcedures RESOURCES =
      new ResourceProcedures(RepositoryDesign.CURRENT);

  private ResourceHandlers() {}

  /**
   * Enables a list of repositories, or all of an organization, once GitHub has confirmed each.
   *
   * @param request {@code resources}: names, and {@code owner/*} for all of one; {@code include}
   *     and {@code exclude}: patterns with {@code *} and {@code ?} for the latter; {@code
   *     archived}, {@code forks}, {@code dry_run}: true or false, by default false; {@code
   *     schedule} as of {@code SET_SCHEDULE}
   * @return {@code enabled}, {@code unchanged}: names; {@code skipped}, {@code failed}: objects
   *     with {@code resource} and {@code reason}
   * @throws RESOURCES_INVALID when GitHub does not know one of the names; nothing is made then
   */
  @ConnectorProcedure(
      grantedTo = Roles.APP_USER,
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK,
      usesReferences = Roles.WAREHOUSE_REFERENCE)
  public static Variant enableResources(Session session, Variant request) {
    return new EnableManyProcedure(
            RepositoryDesign.CURRENT, GitHubConnection::open, GitHubConnection::catalog)
        .run(session, request);
  }

  /**
   * Suspends the task of a repository; a run under way comes to its end, and the data stays.
   *
   * @param resourceId the repository, as it was enabled or as it is called now
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String disableResource(Session session, String resourceId) {
    return RESOURCES.disable(session, resourceId);
  }

  /**
   * Starts the schedule of a disabled repository again; it goes on where it stopped.
   *
   * @param resourceId the repository, as it was enabled or as it is called now
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String resumeResource(Session session, String resourceId) {
    return RESOURCES.resume(session, resourceId);
  }

  /**
   * Takes a repository out of the connector, with its table and view or without.
   *
   * @param resourceId the repository, as it was enabled or as it is called now
   * @param withData whether table and view go too; without them its names stay taken, and enabled
   *     again it goes on where it stopped
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_ADMIN, uses = AccountPrivilege.EXECUTE_TASK)
  public static String deleteResource(
      Session session, String resourceId, @DefaultValue("false") boolean withData) {
    return RESOURCES.delete(session, resourceId, withData);
  }

  /**
   * Lists the repositories, each with what was wanted of it and how it stands.
   *
   * @return an array with an object each: {@code resource}, {@code current_name}, {@code status}
   *     (PREPARING, ENABLED, DISABLED), {@code schedule}, {@code table}, {@code view}, {@code
   *     task}, {@code state} (RUNNING, DONE, WAITING, CONTINUES, FAILED), {@code state_at} in UTC,
   *     {@code rows_count}, {@code code}, {@code reason}
   */
  @ConnectorProcedure(grantedTo = Roles.APP_VIEWER)
  public static Variant listResources(Session session) {
    return RESOURCES.list(session);
  }

  /**
   * Starts a run of a repository now, besides its schedule, and does not wait for it.
   *
   * @param resourceId the repository, as it was enabled or as it is called now
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String runNow(Session session, String resourceId) {
    return RESOURCES.runNow(session, resourceId);
  }

  /**
   * Reads a repository from its first issue again, and starts with it now.
   *
   * @param resourceId the repository, as it was enabled or as it is called now
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String fullReload(Session session, String resourceId) {
    return RESOURCES.fullReload(session, resourceId);
  }

  /**
   * Sets when a repository runs, by an interval or by CRON.
   *
   * @param resourceId the repository, or {@code *} for all of them: one shared minute lets the
   *     warehouse suspend in between
   * @param schedule an interval such as {@code 30 MINUTES} or {@code 2 HOURS}, or {@code USING CRON
   *     0 * * * * UTC}
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, uses = AccountPrivilege.EXECUTE_TASK)
  public static String setSchedule(Session session, String resourceId, String schedule) {
    return RESOURCES.schedule(session, resourceId, schedule);
  }
}
