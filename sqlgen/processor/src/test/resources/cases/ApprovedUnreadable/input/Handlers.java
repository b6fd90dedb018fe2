package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Does something. */
  @ConnectorProcedure(grantedTo = "APP_USER")
  public static String run(Session session) {
    return null;
  }

}
