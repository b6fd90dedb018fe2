package sample;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Says which version is installed. */
  @ConnectorProcedure(grantedTo = "APP_USER")
  public static String version(Session session) {
    return "V1";
  }
}
