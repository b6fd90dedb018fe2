package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Cleans up. */
  @ScheduledTask(schedule = "USING CRON 0 3 * * * Europe/Berlin", timeoutMillis = 60_000, suspendAfterFailures = 3)
  @ConnectorProcedure
  public static String cleanUp(Session session) {
    return "";
  }

}
