package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Cleans up. */
  @ScheduledTask(schedule = "every hour")
  @ConnectorProcedure
  public static String cleanUp(Session session) {
    return "";
  }

}
