package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.EnableProcedure;

/** The procedure that starts the ingestion of a repository. */
public final class EnableResourceHandler {
  private EnableResourceHandler() {}

  /**
   * Creates table, view and task of a repository and starts its first ingestion.
   *
   * @param resourceId the repository as {@code owner/name}
   * @return a message for people
   */
  @ConnectorProcedure(
      grantedTo = Roles.APP_USER,
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK,
      usesReferences = Roles.WAREHOUSE_REFERENCE)
  public static String enableResource(Session session, String resourceId) {
    return new EnableProcedure(RepositoryDesign.CURRENT, GitHubConnection::open)
        .run(session, resourceId);
  }
}
