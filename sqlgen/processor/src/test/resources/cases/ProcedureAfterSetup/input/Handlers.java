package sample;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Renews. */
  @ConnectorProcedure(afterSetup = true)
  public static String renew(Session session, String name) {
    return "";
  }
}
