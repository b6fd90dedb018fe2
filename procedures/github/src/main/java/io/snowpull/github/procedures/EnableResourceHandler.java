package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.EnableProcedure;
import org.jspecify.annotations.Nullable;

/** The procedure that starts the ingestion of a repository. */
public final class EnableResourceHandler {
  private EnableResourceHandler() {}

  /**
   * Creates table, view and task of a repository and starts its first ingestion.
   *
   * @param resourceId the repository as {@code owner/name}
   * @param options {@code start_date} before which changes are not read, {@code requests_per_run},
   *     {@code include_pull_requests}; without any, the repository keeps those it has
   * @return a message for people
   */
  @ConnectorProcedure(
      grantedTo = Roles.APP_USER,
      externalAccess = true,
      uses = AccountPrivilege.EXECUTE_TASK,
      usesReferences = Roles.WAREHOUSE_REFERENCE)
  public static String enableResource(
      Session session, String resourceId, @DefaultValue(isNull = true) @Nullable Variant options) {
    return new EnableProcedure(
            RepositoryDesign.CURRENT, GitHubConnection::open, RepositoryOptions::of)
        .run(session, resourceId, options);
  }
}
