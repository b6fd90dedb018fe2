package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Does something. */
  @ConnectorProcedure()
  public static String run(Session session, @DefaultValue("1") int count, String name) {
    return null;
  }

}
