package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.ReconcileProcedure;

/** The procedure that the second task of each repository calls. */
public final class ReconcileResourceHandler {
  private ReconcileResourceHandler() {}

  /**
   * Compares the table of an enabled repository with all issues that GitHub has: marks what was
   * deleted or transferred, and mends what changed without a new time. The first of a day also puts
   * right runs that were left, and forgets history that is older than it is to be kept.
   *
   * @param resourceId the repository, as it was enabled
   * @return {@code table_name}, and {@code extras} with what was found
   */
  @ConnectorProcedure(
      grantedTo = Roles.APP_USER,
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK)
  public static Variant reconcileResource(Session session, String resourceId) {
    return new ReconcileProcedure(GitHubConnection::inventory, RepositoryDesign.CURRENT)
        .run(session, resourceId);
  }
}
