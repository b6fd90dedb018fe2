package io.snowpull.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Leaving in order when the process is asked to end (Ctrl-C, SIGTERM).
 *
 * <p>Open it before everything else, so that it is closed last: the process lives on until then, at
 * most ten seconds.
 */
final class Shutdown implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread working;
  private final Thread hook;

  private Shutdown(Thread working) {
    this.working = working;
    this.hook = new Thread(this::leave, "shutdown");
  }

  static Shutdown ofThisThread() {
    Shutdown shutdown = new Shutdown(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Returns when the process is asked to end. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      // Asked to end, by the hook: the work ends by returning.
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is what the hook was for.
    }
  }

  private void leave() {
    asked.countDown();
    working.interrupt();
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
