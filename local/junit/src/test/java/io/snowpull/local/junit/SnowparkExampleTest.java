package io.snowpull.local.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

// docs:begin snowpark
class SnowparkExampleTest {

  @Test
  void runsADataFrame() {
    try (LocalAccount account = LocalAccount.start()) {
      Session session =
          Session.builder()
              .configs(
                  Map.of(
                      "URL", account.jdbcUrl().replace("jdbc:snowflake://", ""),
                      "USER", account.properties().getProperty("user"),
                      "PASSWORD", account.properties().getProperty("password")))
              .create();
      long even =
          session
              .range(0, 10)
              .filter(Functions.col("id").mod(Functions.lit(2)).equal_to(Functions.lit(0)))
              .count();
      assertEquals(5, even);
      session.close();
    }
  }
}
// docs:end snowpark
