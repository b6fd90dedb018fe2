package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  @ScheduledTask(schedule = "1 HOUR")
  public static String run(Session session) {
    return "";
  }

}
