package sample;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Says which version is installed. */
  @ConnectorProcedure(grantedTo = "APP_USER")
  public static String version(Session session) {
    return "V1";
  }

  // docs:begin added
  /**
   * Forgets what was read of a repository, so that the next run reads all of it.
   *
   * @param resourceId the repository, as it was enabled
   * @return a message for people
   */
  @ConnectorProcedure(grantedTo = "APP_USER")
  public static String reload(Session session, String resourceId) {
    return resourceId + " will be read again";
  }
  // docs:end added
}
