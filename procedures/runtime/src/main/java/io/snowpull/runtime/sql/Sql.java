package io.snowpull.runtime.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement at a time as the application.
 *
 * <p>Not thread-safe: queries in a Snowflake Java procedure are single-threaded.
 */
public interface Sql {
  /**
   * Runs the statement with its binds in order and returns all its rows.
   *
   * @throws SqlException when the account refuses or fails the statement
   */
  List<SqlRow> run(String statement, @Nullable Object... binds);

  /** The only row of a statement that always has exactly one. */
  default SqlRow one(String statement, @Nullable Object... binds) {
    List<SqlRow> rows = run(statement, binds);
    if (rows.size() != 1) {
      throw new IllegalStateException("expected one row, got " + rows.size() + ": " + statement);
    }
    return rows.get(0);
  }
}
