package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.AccountStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs statements on one connection and shows each, without secrets, before it runs. */
public final class AccountSession {
  /**
   * Snowflake's codes for an object that does not exist, or that the role may not see; the second
   * is what SHOW answers for its container.
   */
  private static final Set<Integer> DOES_NOT_EXIST = Set.of(2003, 2043);

  private final Connection connection;
  private final Consumer<String> statements;
  private final boolean changesNothing;

  /**
   * @param connection stays the caller's to close
   * @param statements is given every statement as people may see it
   */
  public AccountSession(Connection connection, Consumer<String> statements) {
    this(connection, statements, false);
  }

  private AccountSession(
      Connection connection, Consumer<String> statements, boolean changesNothing) {
    this.connection = connection;
    this.statements = statements;
    this.changesNothing = changesNothing;
  }

  /** Asks the account what is there, but runs no statement that changes it. */
  public static AccountSession dryRun(Connection connection, Consumer<String> statements) {
    return new AccountSession(connection, statements, true);
  }

  /** Runs what changes the account. */
  void run(AccountStatement sql) {
    if (changesNothing) {
      statements.accept(sql.shown());
    } else {
      rows(sql);
    }
  }

  /**
   * The answer to what only asks: the rows by column name, in any case; a null cell is an absent
   * column.
   */
  List<Map<String, String>> rows(AccountStatement sql) {
    statements.accept(sql.shown());
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql.text())) {
        return List.of();
      }
      try (ResultSet results = statement.getResultSet()) {
        return read(results);
      }
    } catch (SQLException e) {
      if (changesNothing && DOES_NOT_EXIST.contains(e.getErrorCode())) {
        // A statement before this one would have made it.
        return List.of();
      }
      throw failure(sql, e);
    }
  }

  /** Whether {@code rows} has one whose column {@code name} is this name. */
  static boolean contains(List<Map<String, String>> rows, SqlName name) {
    return rows.stream().anyMatch(row -> name.text().equals(row.get("name")));
  }

  private static List<Map<String, String>> read(ResultSet results) throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    List<Map<String, String>> rows = new ArrayList<>();
    while (results.next()) {
      Map<String, String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String value = results.getString(i);
        if (value != null) {
          row.put(columns.getColumnName(i), value);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** The account's message may quote the statement, so one with a secret is not passed on. */
  private static DeploymentException failure(AccountStatement sql, SQLException cause) {
    String reason =
        sql.isSecret()
            ? "the account refused it (message withheld)"
            : String.valueOf(cause.getMessage());
    String code = String.format(Locale.ROOT, "%06d", cause.getErrorCode());
    return new DeploymentException(
        "STATEMENT_FAILED",
        "statement failed with "
            + code
            + " ("
            + cause.getSQLState()
            + "): "
            + reason.strip()
            + "\n  statement: "
            + sql.shown()
            + "\n  Mend the cause and repeat the command: it goes on where it stopped.",
        sql.isSecret() ? null : cause);
  }
}
