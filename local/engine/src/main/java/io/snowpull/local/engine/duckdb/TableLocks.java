package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.result.SnowflakeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Locks for statements that change stored rows: UPDATE, DELETE and MERGE queue per table, as in
 * Snowflake; INSERT does not. An owner is a transaction; it waits for one table at a time.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/transactions#resource-locking and
 * #deadlocks (the newest statement of a deadlock fails, its transaction stays open). DuckDB itself
 * would fail the second writer instead.
 */
final class TableLocks {

  /** Snowflake fails the statement that would be the twenty-first in a table's queue. */
  private static final int LONGEST_QUEUE = 20;

  private final ReentrantLock guard = new ReentrantLock();
  private final Map<PhysicalName, Held> locks = new HashMap<>();
  private final Map<Object, PhysicalName> waitingFor = new IdentityHashMap<>();

  /** A lock that somebody has, and those who wait for it, in order. */
  private static final class Held {
    private Object owner;
    private final Deque<Waiter> queue = new ArrayDeque<>();

    Held(Object owner) {
      this.owner = owner;
    }
  }

  private record Waiter(Object owner, Condition granted) {}

  /**
   * Waits until the owner has the table; it gives it back with {@link #release}.
   *
   * @param timeout how long at most; zero does not wait
   * @throws SnowflakeException 000625 when the queue is full, the time is over, or waiting would
   *     never end; then the owner has what it had before
   */
  void acquire(Object owner, PhysicalName table, Duration timeout) {
    guard.lock();
    try {
      Held lock = locks.get(table);
      if (lock == null) {
        locks.put(table, new Held(owner));
      } else if (lock.owner != owner) {
        await(owner, table, lock, timeout);
      }
    } finally {
      guard.unlock();
    }
  }

  /** Gives a table back that the owner has; the first in its queue goes on. */
  void release(Object owner, PhysicalName table) {
    guard.lock();
    try {
      Held lock = locks.get(table);
      if (lock == null || lock.owner != owner) {
        throw new IllegalStateException("the lock of " + table + " belongs to somebody else");
      }
      Waiter next = lock.queue.poll();
      if (next == null) {
        locks.remove(table);
      } else {
        lock.owner = next.owner();
        waitingFor.remove(next.owner());
        next.granted().signal();
      }
    } finally {
      guard.unlock();
    }
  }

  /** How many wait for the table. */
  int waiters(PhysicalName table) {
    guard.lock();
    try {
      Held lock = locks.get(table);
      return lock == null ? 0 : lock.queue.size();
    } finally {
      guard.unlock();
    }
  }

  private void await(Object owner, PhysicalName table, Held lock, Duration timeout) {
    if (lock.queue.size() >= LONGEST_QUEUE) {
      throw refused(
          "the number of waiters for this lock exceeds the " + LONGEST_QUEUE + " statements limit");
    }
    if (closesCircle(owner, lock)) {
      throw refused(
          "its transaction and the one that holds the lock wait for each other (deadlock); commit"
              + " or roll back this transaction and run it again");
    }
    Waiter waiter = new Waiter(owner, guard.newCondition());
    lock.queue.add(waiter);
    waitingFor.put(owner, table);
    long left = timeout.toNanos();
    try {
      while (lock.owner != owner) {
        if (left <= 0) {
          throw refused(
              "the lock was not released within "
                  + timeout.toSeconds()
                  + " second(s), LOCK_TIMEOUT");
        }
        left = waiter.granted().awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (lock.owner == owner) {
        release(owner, table);
      }
      throw SnowflakeException.cancelled();
    } finally {
      if (lock.queue.remove(waiter)) {
        waitingFor.remove(owner);
      }
    }
  }

  /** Whether the holder of the lock waits, perhaps through others, for something of the owner's. */
  private boolean closesCircle(Object owner, Held wanted) {
    @Nullable Held lock = wanted;
    while (lock != null && lock.owner != owner) {
      PhysicalName next = waitingFor.get(lock.owner);
      lock = next == null ? null : locks.get(next);
    }
    return lock != null;
  }

  private static SnowflakeException refused(String why) {
    return new SnowflakeException(
        "000625",
        "57014",
        "Another transaction has locked the table and this lock has not yet been released. The"
            + " statement was aborted because "
            + why
            + ".");
  }
}
