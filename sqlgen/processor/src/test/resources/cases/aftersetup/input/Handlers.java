package sample;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Renews what was rendered by an earlier version. */
  @ConnectorProcedure(afterSetup = true)
  public static String renew(Session session) {
    return "";
  }
}
