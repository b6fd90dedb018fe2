package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

public final class Handlers {

  /** Does something. */
  @ConnectorProcedure()
  public static java.time.Instant run(Session session, java.time.LocalDate since, java.math.BigDecimal price, java.util.List<String> names) {
    return null;
  }

}
