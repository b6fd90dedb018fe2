package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.session.OpenTransaction;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Session;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Gives statements the connection they run on: the transaction's if the session has one, else any.
 *
 * <p>Source of the rules: https://docs.snowflake.com/en/sql-reference/transactions
 */
public final class DataAccess {

  private static final int MOST_IDLE = 16;

  private final Database database;
  private final Queue<DatabaseConnection> idle = new ConcurrentLinkedQueue<>();
  private final AtomicLong nextTransaction = new AtomicLong(System.currentTimeMillis() * 1000);

  public DataAccess(Database database) {
    this.database = database;
  }

  /** Runs a statement that only reads. */
  public <T> T read(Execution execution, Function<DatabaseConnection, T> work) {
    OpenTransaction transaction = execution.session().transaction().orElse(null);
    return transaction == null
        ? onAnyConnection(execution, work)
        : inside(transaction, execution, false, work);
  }

  /** Runs a statement that changes rows; without autocommit it begins a transaction. */
  public <T> T change(Execution execution, Function<DatabaseConnection, T> work) {
    Session session = execution.session();
    boolean autocommit = session.parameters().isTrue(ParameterDefinition.AUTOCOMMIT);
    OpenTransaction transaction =
        session.transaction().orElseGet(() -> autocommit ? null : begin(session));
    return transaction == null
        ? onAnyConnection(execution, work)
        : inside(transaction, execution, true, work);
  }

  /** Begins a transaction; one that is open stays, as in Snowflake. */
  public OpenTransaction begin(Session session) {
    return session
        .transaction()
        .orElseGet(
            () -> {
              DatabaseConnection connection = borrow();
              connection.begin();
              OpenTransaction begun =
                  new OpenTransaction(Long.toString(nextTransaction.incrementAndGet()), connection);
              session.setTransaction(begun);
              return begun;
            });
  }

  /** Commits the session's transaction, if it has one. */
  public void commit(Session session) {
    end(session, DatabaseConnection::commit);
  }

  /** Rolls the session's transaction back, if it has one. */
  public void rollback(Session session) {
    end(session, DatabaseConnection::rollback);
  }

  /** Closes the connections that nobody uses; an open one keeps the file open. */
  public void close() {
    for (DatabaseConnection next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }

  private void end(Session session, java.util.function.Consumer<DatabaseConnection> how) {
    OpenTransaction transaction = session.transaction().orElse(null);
    if (transaction == null) {
      return;
    }
    transaction.lock().lock();
    try {
      session.setTransaction(null);
      how.accept(transaction.connection());
      giveBack(transaction.connection());
    } finally {
      transaction.lock().unlock();
    }
  }

  private <T> T inside(
      OpenTransaction transaction,
      Execution execution,
      boolean changes,
      Function<DatabaseConnection, T> work) {
    transaction.lock().lock();
    try {
      DatabaseConnection connection = transaction.connection();
      if (!transaction.hasChanged()) {
        // DuckDB reads one snapshot a transaction, READ COMMITTED one a statement.
        connection.rollback();
        connection.begin();
      }
      if (changes) {
        transaction.setChanged();
      }
      return cancellable(execution, connection, work);
    } finally {
      transaction.lock().unlock();
    }
  }

  private <T> T onAnyConnection(Execution execution, Function<DatabaseConnection, T> work) {
    DatabaseConnection connection = borrow();
    try {
      return cancellable(execution, connection, work);
    } finally {
      giveBack(connection);
    }
  }

  private static <T> T cancellable(
      Execution execution, DatabaseConnection connection, Function<DatabaseConnection, T> work) {
    execution.cancellation().check();
    try (StatementStop stop = new StatementStop(connection, Thread.currentThread());
        var ignored = execution.cancellation().onCancel(stop)) {
      return work.apply(connection);
    } finally {
      if (Thread.interrupted()) {
        execution.cancellation().check();
      }
    }
  }

  private DatabaseConnection borrow() {
    DatabaseConnection connection = idle.poll();
    return connection == null ? database.connect() : connection;
  }

  private void giveBack(DatabaseConnection connection) {
    if (idle.size() < MOST_IDLE) {
      idle.add(connection);
    } else {
      connection.close();
    }
  }
}
