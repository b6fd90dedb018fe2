package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ResultFormatTest {
  private static final String SQL =
      "SELECT * FROM (VALUES (1, 'a,\"b\"', TRUE), (2, NULL, NULL), (3, '', FALSE)) t(N, S, B)";

  @Test
  void csvQuotesOnlyWhatNeedsIt() throws SQLException {
    assertEquals("N,S,B\n1,\"a,\"\"b\"\"\",true\n2,,\n3,\"\",false\n", written(ResultFormat.CSV));
  }

  @Test
  void tableAlignsColumns() throws SQLException {
    assertEquals(
        """
        N  S      B
        -  -----  -----
        1  a,"b"  true
        2  NULL   NULL
        3         false
        """,
        written(ResultFormat.TABLE));
  }

  @Test
  void jsonKeepsTypes() throws SQLException {
    assertEquals(
        """
        [ {
          "N" : 1,
          "S" : "a,\\"b\\"",
          "B" : true
        }, {
          "N" : 2,
          "S" : null,
          "B" : null
        }, {
          "N" : 3,
          "S" : "",
          "B" : false
        } ]
        """,
        written(ResultFormat.JSON));
  }

  private static String written(ResultFormat format) throws SQLException {
    RecordedTerminal recorded = new RecordedTerminal();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      format.write(rows, recorded.terminal());
    }
    return recorded.out();
  }
}
