package io.snowpull.local.engine.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** A local account for tests, with what they do again and again. */
public final class RunningAccount implements AutoCloseable {

  private final LocalAccount account;

  public RunningAccount(Path directory) {
    this(directory, Clock.systemUTC());
  }

  /** One that takes this clock for the time. */
  public RunningAccount(Path directory, Clock clock) {
    this.account = LocalAccount.start(new AccountConfig(0, directory, List.of(), clock));
  }

  public LocalAccount account() {
    return account;
  }

  /** A new session through Snowflake's JDBC driver. */
  public Connection connect(String... properties) throws SQLException {
    Properties all = new Properties();
    all.setProperty("user", account.user());
    all.setProperty("password", account.password());
    for (int i = 0; i < properties.length; i += 2) {
      all.setProperty(properties[i], properties[i + 1]);
    }
    return DriverManager.getConnection(account.jdbcUrl(), all);
  }

  /** The rows of a statement, cells joined by bars. */
  public static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return rows(result);
    }
  }

  public static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        cells.add(String.valueOf(result.getString(i)));
      }
      rows.add(String.join("|", cells));
    }
    return rows;
  }

  public static void run(Connection connection, String... statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Executes a statement that does not end by itself, cancels it and gives the error's code. A row
   * that another session sees tells that the account runs it: a cancellation before that is the
   * driver's own, with another code.
   */
  public int cancelled(Statement statement, String sql) throws Exception {
    try (Connection observer = connect()) {
      run(
          observer,
          "CREATE DATABASE IF NOT EXISTS CANCELLATION",
          "CREATE OR REPLACE TABLE CANCELLATION.PUBLIC.STARTED (N INT)");
      String block = "BEGIN INSERT INTO CANCELLATION.PUBLIC.STARTED VALUES (1); " + sql + "; END";
      CompletableFuture<Integer> code =
          CompletableFuture.supplyAsync(() -> errorCode(statement, block));
      while (rows(observer, "SELECT N FROM CANCELLATION.PUBLIC.STARTED").isEmpty()) {
        assertFalse(code.isDone(), "ended before it was cancelled");
      }
      statement.cancel();
      return code.get();
    }
  }

  private static int errorCode(Statement statement, String sql) {
    return assertThrows(SQLException.class, () -> statement.execute(sql)).getErrorCode();
  }

  @Override
  public void close() {
    account.close();
  }
}
