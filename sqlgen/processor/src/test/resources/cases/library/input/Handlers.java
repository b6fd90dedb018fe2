package sample;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.ConnectorProcedure;

public final class Handlers {

  /** Does something. */
  @ConnectorProcedure(grantedTo = "APP_USER")
  public static String run(Session session) {
    return "";
  }
}
