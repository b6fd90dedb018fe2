package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Does something. */
  @ConnectorProcedure(grantedTo = "APP_USER", externalAccess = true)
  public static String bindConnection(Session session, String integration, String secret) {
    return null;
  }

}
