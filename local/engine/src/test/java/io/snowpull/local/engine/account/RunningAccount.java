package io.snowpull.local.engine.account;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;

/** A local account for tests, with what they do again and again. */
public final class RunningAccount implements AutoCloseable {

  private static final int NOT_RUNNING = 605;

  private final LocalAccount account;

  public RunningAccount(Path directory) {
    this.account = LocalAccount.start(AccountConfig.in(directory));
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

  /** Cancels what the statement runs until the future is done; the statement may not run yet. */
  public static void cancelUntilDone(Statement statement, Future<?> done) throws SQLException {
    while (!done.isDone()) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        if (e.getErrorCode() != NOT_RUNNING) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    account.close();
  }
}
