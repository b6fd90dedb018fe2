package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.translate.BoundStatement;
import io.snowpull.local.engine.duckdb.translate.StatementBinder;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * One connection to the data with its transaction; for one thread at a time, except {@link
 * #cancel()}.
 */
public final class DatabaseConnection implements AutoCloseable {

  private final DuckDBConnection connection;
  private final Transaction transaction;
  private final StatementRunner runner;

  DatabaseConnection(DuckDBConnection connection, TableLocks locks) {
    this.connection = connection;
    this.transaction = new Transaction(connection, locks);
    this.runner = new StatementRunner(connection, transaction);
  }

  /** Runs a query and reads all its rows. */
  public Result query(Query query, SqlContext context) {
    return runner.query(StatementBinder.query(query, context, false));
  }

  /** Runs INSERT, UPDATE, DELETE, MERGE or TRUNCATE; the result holds Snowflake's counts. */
  public Result execute(DmlStatement statement, SqlContext context) {
    return runner.change(StatementBinder.dml(statement, context, false), context.lockTimeout());
  }

  /** Runs one DML statement for each set of bound values, as one statement with one count. */
  public Result executeBatch(DmlStatement statement, List<SqlContext> contexts) {
    return runner.changeAll(
        StatementBinder.batch(statement, contexts), contexts.get(0).lockTimeout());
  }

  /**
   * Changes the account's own tables, as a part of the transaction if there is one; never for SQL
   * that a client wrote.
   */
  public void executeOwn(String sql, List<?> values) {
    runner.own(sql, values);
  }

  /** Runs work in the open transaction, or else in one that ends with it: all of it or nothing. */
  public <T> T atomically(java.util.function.Supplier<T> work) {
    if (inTransaction()) {
      return work.get();
    }
    begin();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (done) {
        commit();
      } else {
        rollback();
      }
    }
  }

  /** What a query would answer. */
  public Description describe(Query query, SqlContext context) {
    return described(StatementBinder.query(query, context, true));
  }

  /** What a DML statement would answer. */
  public Description describe(DmlStatement statement, SqlContext context) {
    return described(StatementBinder.dml(statement, context, true));
  }

  /** The value of an expression, as in {@code SELECT expression}. */
  public SqlValue evaluate(io.snowpull.local.engine.ast.Expression expression, SqlContext context) {
    Result result = runner.query(StatementBinder.expression(expression, context));
    Column column = result.columns().get(0);
    return new SqlValue(column.type(), result.rows().iterator().next().get(0));
  }

  /** DDL on stored tables. */
  public PhysicalTables tables() {
    return new PhysicalTables(runner);
  }

  /** Begins a transaction; a second BEGIN inside it does nothing, as in Snowflake. */
  public void begin() {
    transaction.begin();
  }

  /** Ends the transaction, if there is one, and keeps its changes. */
  public void commit() {
    transaction.commit();
  }

  /** Ends the transaction, if there is one, and drops its changes. */
  public void rollback() {
    transaction.rollback();
  }

  /** Whether a transaction was begun and not ended. */
  public boolean inTransaction() {
    return transaction.active();
  }

  /** Stops the statement that runs now, from another thread; it fails with 000604. */
  public void cancel() {
    runner.cancel();
  }

  /**
   * The JDBC connection itself, in the same transaction, for the account's own tables; never for
   * SQL that a client wrote.
   */
  public Connection jdbc() throws SQLException {
    if (transaction.active()) {
      transaction.reachDatabase();
    }
    return connection;
  }

  @Override
  public void close() {
    transaction.rollback();
    runner.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw SnowflakeException.internal("a connection does not close", e);
    }
  }

  private static Description described(BoundStatement statement) {
    return new Description(statement.columns(), statement.binds(), statement.type());
  }
}
