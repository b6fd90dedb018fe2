package io.snowpull.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.snowflake.client.core.QueryResultFormat;
import net.snowflake.client.jdbc.SnowflakeResultSet;
import net.snowflake.client.jdbc.SnowflakeResultSetSerializableV1;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The JDBC driver reads the same from Arrow, where it is asked for, as from JSON. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrowResultTest {

  private static final int ROWS = 120_000;
  private static final List<String> QUERIES =
      List.of(
          "SELECT 1::NUMBER(5,0), 12345678901234567890123456789012345678, -0.05::NUMBER(38,2),"
              + " 1.5::FLOAT, 'x', NULL::VARCHAR, TRUE, FALSE, NULL::BOOLEAN, X'00FF'",
          "SELECT '2024-02-29'::DATE, '0001-01-01'::DATE, '9999-12-31'::DATE, NULL::DATE,"
              + " '23:59:59.123456'::TIME, NULL::TIME",
          "SELECT '1969-12-31 23:59:59.5'::TIMESTAMP_NTZ, '2024-01-01 10:00:00'::TIMESTAMP_NTZ(0),"
              + " '9999-12-31 23:59:59'::TIMESTAMP_NTZ, '2024-01-01 10:00:00 +02:00'::TIMESTAMP_TZ,"
              + " '2024-01-01 10:00:00'::TIMESTAMP_LTZ, NULL::TIMESTAMP_NTZ, NULL::TIMESTAMP_TZ",
          "SELECT PARSE_JSON('{\"a\": [1, null]}'), ARRAY_CONSTRUCT(1, 'b'), OBJECT_CONSTRUCT()",
          "SELECT 1 AS a WHERE FALSE",
          "SELECT column1, column2 FROM VALUES (1, 'a'), (NULL, NULL), (3, 'ä') ORDER BY 1");

  private LocalAccount account;
  private Connection json;
  private Connection arrow;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = LocalAccount.start(AccountConfig.in(directory));
    json = connect();
    arrow = connect();
    try (Statement statement = arrow.createStatement()) {
      statement.execute("ALTER SESSION SET JDBC_QUERY_RESULT_FORMAT = 'ARROW'");
    }
  }

  @AfterAll
  void stop() throws SQLException {
    json.close();
    arrow.close();
    account.close();
  }

  @Test
  void readsTheSameFromBoth() throws SQLException {
    for (String sql : QUERIES) {
      assertEquals(ResultText.of(json, sql), ResultText.of(arrow, sql), sql);
    }
  }

  @Test
  void readsManyRowsInOrder() throws SQLException {
    String sql =
        "SELECT SEQ8(), 'row ' || SEQ8(), NULL::NUMBER FROM TABLE(GENERATOR(ROWCOUNT => "
            + ROWS
            + "))";
    assertEquals(ResultText.of(json, sql), ResultText.of(arrow, sql));
  }

  @Test
  void onlyThatSessionIsAnsweredInArrow() throws SQLException {
    assertEquals(QueryResultFormat.ARROW, format(arrow, "SELECT 1"));
    assertEquals(QueryResultFormat.JSON, format(arrow, "SHOW DATABASES"));
    assertEquals(QueryResultFormat.JSON, format(json, "SELECT 1"));
  }

  private static QueryResultFormat format(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      SnowflakeResultSetSerializableV1 answer =
          (SnowflakeResultSetSerializableV1)
              result
                  .unwrap(SnowflakeResultSet.class)
                  .getResultSetSerializables(Long.MAX_VALUE)
                  .get(0);
      return answer.getQueryResultFormat();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(account.jdbcUrl(), account.user(), account.password());
  }
}
