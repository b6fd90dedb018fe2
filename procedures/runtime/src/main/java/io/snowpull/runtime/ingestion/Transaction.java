package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.sql.Sql;

/** All of some statements or none. */
public final class Transaction {
  private final Sql sql;

  public Transaction(Sql sql) {
    this.sql = sql;
  }

  /** Keeps what the statements wrote, or takes it back when one throws. */
  public void run(Runnable statements) {
    sql.run(RecurringStatement.BEGIN.text());
    try {
      statements.run();
      sql.run(RecurringStatement.COMMIT.text());
    } catch (RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(RuntimeException cause) {
    try {
      sql.run(RecurringStatement.ROLLBACK.text());
    } catch (RuntimeException alsoFailed) {
      // The account rolls back by itself when the session ends.
      cause.addSuppressed(alsoFailed);
    }
  }
}
