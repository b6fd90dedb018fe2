package io.snowpull.local.engine.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The transaction of one connection with the table locks that it holds.
 *
 * <p>DuckDB's BEGIN is sent with the first statement, after that statement's table lock was
 * granted: a transaction that waits for a lock then sees what its predecessor committed, as under
 * Snowflake's READ COMMITTED.
 */
final class Transaction {

  /** Work inside a transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private final Connection connection;
  private final TableLocks locks;
  private final Set<PhysicalName> held = new LinkedHashSet<>();
  private final List<Work<?>> remembered = new ArrayList<>();
  private boolean wanted;
  private boolean begun;

  Transaction(Connection connection, TableLocks locks) {
    this.connection = connection;
    this.locks = locks;
  }

  boolean active() {
    return wanted;
  }

  void begin() {
    wanted = true;
  }

  void commit() {
    end("COMMIT");
  }

  void rollback() {
    end("ROLLBACK");
  }

  /** Waits for the table and keeps it until the transaction ends. */
  void lock(PhysicalName table, Duration timeout) {
    if (!held.contains(table)) {
      locks.acquire(this, table, timeout);
      held.add(table);
    }
  }

  /** Sends BEGIN if the transaction has not reached DuckDB yet. */
  void reachDatabase() throws SQLException {
    if (!begun) {
      send("BEGIN TRANSACTION");
      begun = true;
    }
  }

  /** Keeps work that succeeded, in case DuckDB gives up the transaction later. */
  void remember(Work<?> work) {
    remembered.add(work);
  }

  /** After a failed statement: the transaction as it was before that statement. */
  void restore() {
    if (!begun) {
      return;
    }
    try {
      send("ROLLBACK");
      send("BEGIN TRANSACTION");
      for (Work<?> work : remembered) {
        work.run();
      }
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  private void end(String statement) {
    wanted = false;
    try {
      if (begun) {
        begun = false;
        send(statement);
      }
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    } finally {
      held.forEach(table -> locks.release(this, table));
      held.clear();
      remembered.clear();
    }
  }

  private void send(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
