package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.duckdb.DatabaseConnection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops what a connection does for one statement, however often that takes: DuckDB forgets an
 * interruption that comes before its query runs, and a statement is several queries.
 */
final class StatementStop implements Runnable, AutoCloseable {
  private static final long AGAIN_MILLIS = 20;

  private final DatabaseConnection connection;
  private final Thread worker;
  private final CountDownLatch ended = new CountDownLatch(1);

  StatementStop(DatabaseConnection connection, Thread worker) {
    this.connection = connection;
    this.worker = worker;
  }

  @Override
  public void run() {
    stop();
    // The statement may not run yet but wait for another one's table lock.
    worker.interrupt();
    Thread again = new Thread(this::stopUntilItEnds, "cancel");
    again.setDaemon(true);
    again.start();
  }

  private void stopUntilItEnds() {
    try {
      while (!ended.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connection serves others afterwards, whom no late interruption may reach. */
  private synchronized void stop() {
    if (ended.getCount() > 0) {
      connection.cancel();
    }
  }

  @Override
  public synchronized void close() {
    ended.countDown();
  }
}
