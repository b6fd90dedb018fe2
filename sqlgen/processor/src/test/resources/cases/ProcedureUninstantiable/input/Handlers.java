package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  public Handlers(String name) {}

  /** Does something. */
  @ConnectorProcedure
  public String run(Session session) {
    return "";
  }

  /** Nested. */
  public static final class Nested {

    /** Does something else. */
    @ConnectorProcedure
    public static String other(Session session) {
      return "";
    }
  }
}
