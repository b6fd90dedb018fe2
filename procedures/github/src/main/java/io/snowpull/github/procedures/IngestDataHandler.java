package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.github.Roles;
import io.snowpull.runtime.connector.IngestProcedure;

/** The procedure that the task of each repository calls. */
public final class IngestDataHandler {
  private IngestDataHandler() {}

  // docs:begin procedure
  /**
   * Brings the issues of an enabled repository into its table.
   *
   * @param resourceId the repository, as it was enabled
   * @return {@code table_name}, {@code rows_count} of that table, and {@code extras} of this run
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, externalAccess = true)
  public static Variant ingestData(Session session, String resourceId) {
    return new IngestProcedure(GitHubConnection::open).run(session, resourceId);
  }
  // docs:end procedure
}
