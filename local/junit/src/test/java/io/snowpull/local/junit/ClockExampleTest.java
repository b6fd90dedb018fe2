package io.snowpull.local.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

// docs:begin clock
class ClockExampleTest {

  @Test
  void livesInTheYearThatTheTestChooses() throws SQLException {
    Clock clock = Clock.fixed(Instant.parse("2031-05-01T08:00:00Z"), ZoneOffset.UTC);
    try (LocalAccount account = LocalAccount.start(clock);
        Connection connection = account.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT YEAR(CURRENT_DATE())")) {
      rows.next();
      assertEquals(2031, rows.getInt(1));
    }
  }
}
// docs:end clock
