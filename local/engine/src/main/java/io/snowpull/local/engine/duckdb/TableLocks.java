package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Locks for statements that change stored rows: UPDATE, DELETE and MERGE queue per table, as in
 * Snowflake; INSERT does not.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/transactions#resource-locking. DuckDB
 * itself would fail the second writer instead.
 */
final class TableLocks {

  /** Snowflake fails the statement that would be the twentieth in a table's queue. */
  private static final int LONGEST_QUEUE = 20;

  private static final long LOCK_TIMEOUT_SECONDS = 43_200;

  private final Map<PhysicalName, Semaphore> locks = new HashMap<>();

  /** Waits for the table; the caller releases what is returned, once. */
  Semaphore acquire(PhysicalName table) {
    Semaphore lock;
    synchronized (locks) {
      lock = locks.computeIfAbsent(table, name -> new Semaphore(1, true));
    }
    if (lock.getQueueLength() >= LONGEST_QUEUE) {
      throw new SnowflakeException(
          "000625",
          "57014",
          "Statement aborted because the number of waiters for this lock exceeds the "
              + LONGEST_QUEUE
              + " statements limit.");
    }
    try {
      if (!lock.tryAcquire(LOCK_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw SnowflakeException.cancelled();
      }
      return lock;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SnowflakeException.cancelled();
    }
  }
}
