package io.snowpull.local.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

// docs:begin query
@WithLocalAccount
class QueryExampleTest {

  @Test
  void readsWhatItWrote(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id NUMBER, detail VARIANT)");
      statement.execute("INSERT INTO orders SELECT 1, PARSE_JSON('{\"items\": [\"tea\"]}')");
      try (ResultSet rows = statement.executeQuery("SELECT detail:items[0]::text FROM orders")) {
        assertTrue(rows.next());
        assertEquals("tea", rows.getString(1));
      }
    }
  }
}
// docs:end query
