package io.snowpull.local.engine.session;

import io.snowpull.local.engine.duckdb.DatabaseConnection;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A transaction of a session and the connection it lives on; one statement at a time uses it, the
 * holder of the lock.
 */
public final class OpenTransaction {

  private final String id;
  private final DatabaseConnection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean changed;

  public OpenTransaction(String id, DatabaseConnection connection) {
    this.id = id;
    this.connection = connection;
  }

  /** What CURRENT_TRANSACTION returns. */
  public String id() {
    return id;
  }

  public DatabaseConnection connection() {
    return connection;
  }

  public ReentrantLock lock() {
    return lock;
  }

  /** Whether a statement of the transaction has changed rows. */
  public boolean hasChanged() {
    return changed;
  }

  public void setChanged() {
    changed = true;
  }
}
