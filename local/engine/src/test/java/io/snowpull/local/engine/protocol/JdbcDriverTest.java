package io.snowpull.local.engine.protocol;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import net.snowflake.client.jdbc.SnowflakeConnection;
import net.snowflake.client.jdbc.SnowflakeResultSet;
import net.snowflake.client.jdbc.SnowflakeStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Snowflake's own JDBC driver can do with the account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcDriverTest {

  private RunningAccount account;
  private Connection connection;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    try (Connection first = account.connect()) {
      run(first, "CREATE DATABASE d");
    }
  }

  @AfterAll
  void stop() {
    account.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = account.connect("db", "D", "schema", "PUBLIC");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void bindsValuesOfEachType() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ?, ?, ?, ?, ?, ?, ?::VARCHAR")) {
      statement.setInt(1, 7);
      statement.setString(2, "it's");
      statement.setBoolean(3, true);
      statement.setBigDecimal(4, new BigDecimal("12.345"));
      statement.setDate(5, Date.valueOf("2026-01-02"));
      statement.setTimestamp(6, Timestamp.valueOf("2026-01-02 03:04:05.678"));
      statement.setNull(7, Types.VARCHAR);
      try (ResultSet result = statement.executeQuery()) {
        assertTrue(result.next());
        assertEquals(7, result.getInt(1));
        assertEquals("it's", result.getString(2));
        assertTrue(result.getBoolean(3));
        assertEquals(new BigDecimal("12.345"), result.getBigDecimal(4));
        assertEquals(Date.valueOf("2026-01-02"), result.getDate(5));
        assertEquals(Timestamp.valueOf("2026-01-02 03:04:05.678"), result.getTimestamp(6));
        assertEquals(null, result.getString(7));
      }
    }
  }

  @Test
  void insertsABatchAsOneStatement() throws SQLException {
    run(connection, "CREATE OR REPLACE TABLE batch (id INT, name VARCHAR)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO batch VALUES (?, ?)")) {
      for (int i = 0; i < 500; i++) {
        insert.setInt(1, i);
        insert.setString(2, "n" + i);
        insert.addBatch();
      }
      assertEquals(500, insert.executeBatch().length);
    }
    assertEquals(
        List.of("500|499|n499"),
        rows(connection, "SELECT COUNT(*), MAX(id), MAX_BY(name, id) FROM batch"));
  }

  /** As Snowflake's servers have it by default: from so many values on, the driver stages them. */
  @Test
  void insertsABatchThroughAStage() throws SQLException {
    try (Connection staging =
        account.connect(
            "db", "D", "schema", "PUBLIC", "CLIENT_STAGE_ARRAY_BINDING_THRESHOLD", "10")) {
      RunningAccount.run(
          staging, "CREATE OR REPLACE TABLE staged (n INT, s VARCHAR, at TIMESTAMP)");
      try (PreparedStatement insert =
          staging.prepareStatement("INSERT INTO staged VALUES (?, ?, ?)")) {
        for (int i = 1; i <= 100; i++) {
          insert.setInt(1, i);
          insert.setString(2, i % 3 == 0 ? null : i % 3 == 1 ? "" : "a, \"b\"\n" + i);
          insert.setTimestamp(3, java.sql.Timestamp.valueOf("2024-01-01 00:00:00.5"));
          insert.addBatch();
        }
        assertEquals(100, insert.executeBatch().length);
      }
      assertEquals(
          List.of("100|33|33|34"),
          RunningAccount.rows(
              staging,
              "SELECT COUNT(*), COUNT_IF(s IS NULL), COUNT_IF(s LIKE 'a, \"b\"%'), COUNT_IF(s = '')"
                  + " FROM staged WHERE at = '2024-01-01 00:00:00.5'"));
      assertEquals(
          1, RunningAccount.rows(staging, "SHOW STAGES LIKE 'SYSTEM$BIND'").size(), "was staged");
    }
  }

  @Test
  void describesBeforeItRuns() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT 1::NUMBER(10,2) AS amount, ? AS other")) {
      assertEquals("AMOUNT", statement.getMetaData().getColumnName(1));
      assertEquals(2, statement.getMetaData().getScale(1));
      assertEquals(1, statement.getParameterMetaData().getParameterCount());
    }
  }

  @Test
  void reportsSnowflakesCodeForAMissingTable() {
    SQLException failure =
        assertThrows(SQLException.class, () -> rows(connection, "SELECT * FROM missing"));
    assertEquals(2003, failure.getErrorCode());
    assertEquals("42S02", failure.getSQLState());
  }

  @Test
  void runsSeveralStatementsInOneRequest() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.unwrap(SnowflakeStatement.class).setParameter("MULTI_STATEMENT_COUNT", 3);
      statement.execute(
          "CREATE OR REPLACE TABLE multi (id INT); INSERT INTO multi VALUES (1), (2); SELECT"
              + " COUNT(*) FROM multi");
      assertTrue(statement.getMoreResults() || statement.getUpdateCount() == 2);
      assertTrue(statement.getMoreResults());
      try (ResultSet result = statement.getResultSet()) {
        assertEquals(List.of("2"), rows(result));
      }
    }
  }

  @Test
  void refusesMoreStatementsThanAsked() {
    SQLException failure =
        assertThrows(SQLException.class, () -> run(connection, "SELECT 1; SELECT 2"));
    assertEquals(8, failure.getErrorCode());
  }

  @Test
  void fetchesALargeResultInChunks() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT SEQ8() AS n, 'row ' || n AS t FROM TABLE(GENERATOR(ROWCOUNT => 230000))")) {
      long sum = 0;
      int count = 0;
      while (result.next()) {
        sum += result.getLong(1);
        count++;
      }
      assertEquals(230_000, count);
      assertEquals(229_999L * 230_000L / 2, sum);
    }
  }

  @Test
  void runsAQueryAsynchronously() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.unwrap(SnowflakeStatement.class).executeAsyncQuery("SELECT 42 AS answer")) {
      String id = result.unwrap(SnowflakeResultSet.class).getQueryID();
      assertEquals(List.of("42"), rows(result));
      try (ResultSet again = connection.unwrap(SnowflakeConnection.class).createResultSet(id)) {
        assertEquals(List.of("42"), rows(again));
      }
    }
  }

  @Test
  void cancelsARunningStatement() throws Exception {
    try (Statement statement = connection.createStatement()) {
      assertEquals(604, account.cancelled(statement, ENDLESS));
    }
  }

  /** Also between two queries of one statement, when there is nothing to interrupt. */
  @Test
  @Timeout(120)
  void cancelsAtWhateverMoment() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Statement statement = connection.createStatement()) {
        assertEquals(604, account.cancelled(statement, ENDLESS));
      }
    }
  }

  @Test
  void stopsAStatementAtItsTimeout() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SESSION SET STATEMENT_TIMEOUT_IN_SECONDS = 1");
      SQLException failure = assertThrows(SQLException.class, () -> statement.execute(ENDLESS));
      assertEquals(630, failure.getErrorCode());
    }
  }

  @Test
  void rollsBackWithoutAutocommit() throws SQLException {
    run(connection, "CREATE OR REPLACE TABLE tx (id INT)");
    connection.setAutoCommit(false);
    run(connection, "INSERT INTO tx VALUES (1)");
    connection.rollback();
    run(connection, "INSERT INTO tx VALUES (2)");
    connection.commit();
    connection.setAutoCommit(true);
    assertEquals(List.of("2"), rows(connection, "SELECT * FROM tx"));
  }

  @Test
  void ddlCommitsTheOpenTransaction() throws SQLException {
    run(
        connection,
        "CREATE OR REPLACE TABLE ddl (id INT)",
        "BEGIN",
        "INSERT INTO ddl VALUES (1)",
        "CREATE OR REPLACE TABLE other (id INT)",
        "ROLLBACK");
    assertEquals(List.of("1"), rows(connection, "SELECT * FROM ddl"));
  }

  @Test
  void putsListsGetsAndRemovesFiles(@TempDir Path files) throws Exception {
    Files.writeString(files.resolve("a.txt"), "content");
    run(connection, "CREATE OR REPLACE STAGE st");
    assertEquals(
        "UPLOADED",
        status("PUT 'file://" + files.resolve("a.txt") + "' @st/sub AUTO_COMPRESS=FALSE"));
    assertEquals(
        List.of("st/sub/a.txt"),
        rows(connection, "LIST @st").stream().map(row -> row.split("\\|")[0]).toList());
    Path fetched = Files.createDirectory(files.resolve("got"));
    assertEquals(1, rows(connection, "GET @st/sub 'file://" + fetched + "'").size());
    assertEquals("content", Files.readString(fetched.resolve("a.txt")));
    assertEquals(List.of("st/sub/a.txt|removed"), rows(connection, "REMOVE @st"));
    assertEquals(List.of(), rows(connection, "LIST @st"));
  }

  @Test
  void pathsCannotLeaveAStage(@TempDir Path files) throws Exception {
    Files.writeString(files.resolve("a.txt"), "content");
    run(connection, "CREATE OR REPLACE STAGE closed");
    String file = "'file://" + files.resolve("a.txt") + "'";
    for (String sql :
        List.of(
            "PUT " + file + " '@closed/../../out'",
            "LIST '@closed/../'",
            "REMOVE '@closed/../..'",
            "GET '@~/../../' 'file://" + files + "'")) {
      assertThrows(SQLException.class, () -> rows(connection, sql), sql);
    }
  }

  @Test
  void rememberedResultsCanBeScanned() throws SQLException {
    rows(connection, "SELECT 1 AS a UNION ALL SELECT 2");
    assertEquals(
        List.of("3"), rows(connection, "SELECT SUM(a) FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))"));
  }

  @Test
  void keepsTheSessionAlive() throws SQLException {
    assertTrue(connection.isValid(5));
    connection.close();
    assertFalse(connection.isValid(5));
  }

  @Test
  void secretsAreNeverShown() throws SQLException {
    run(
        connection,
        "CREATE OR REPLACE SECRET sec TYPE = GENERIC_STRING SECRET_STRING = 'tOpSecret99'");
    SQLException failure =
        assertThrows(
            SQLException.class,
            () -> run(connection, "CREATE SECRET sec TYPE = NONE SECRET_STRING = 'tOpSecret99'"));
    StringBuilder seen = new StringBuilder(String.valueOf(failure.getMessage()));
    for (String sql : List.of("SHOW SECRETS", "DESCRIBE SECRET sec")) {
      seen.append(rows(connection, sql));
    }
    assertFalse(seen.toString().contains("tOpSecret99"), seen.toString());
  }

  private String status(String put) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(put)) {
      assertTrue(result.next());
      return result.getString("status");
    }
  }

  private static final String ENDLESS =
      "SELECT COUNT(*) FROM TABLE(GENERATOR(ROWCOUNT => 1000000)) a,"
          + " TABLE(GENERATOR(ROWCOUNT => 1000000)) b, TABLE(GENERATOR(ROWCOUNT => 1000000)) c";
}
