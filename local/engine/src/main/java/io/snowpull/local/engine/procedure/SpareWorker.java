package io.snowpull.local.engine.procedure;

import io.snowpull.local.worker.protocol.SessionTarget;
import io.snowpull.local.worker.protocol.WarmUpRequest;
import io.snowpull.local.worker.protocol.WorkerMessage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker that is started in the background before anybody asks for it, and has opened a session
 * once: that loads Snowpark and its driver, which takes seconds. No owner's code has run in it.
 *
 * <p>It is made once, when the account has run its first procedure: an application that is being
 * set up calls procedures one after the other, and then its first task runs beside them. Safe for
 * several threads.
 */
final class SpareWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpareWorker.class);

  private final WorkerSettings settings;
  private @Nullable Thread preparing;
  private @Nullable WorkerProcess worker;
  private boolean ready;
  private boolean closed;

  SpareWorker(WorkerSettings settings) {
    this.settings = settings;
  }

  /**
   * Begins to make it, unless that was done before.
   *
   * @param session what the worker logs in to once, asked for when it has started
   */
  synchronized void prepare(Supplier<SessionTarget> session) {
    if (preparing == null && !closed) {
      Thread thread = new Thread(() -> start(session), "worker-spare");
      thread.setDaemon(true);
      thread.start();
      preparing = thread;
    }
  }

  private void start(Supplier<SessionTarget> session) {
    try {
      WorkerProcess started = WorkerProcess.start(settings);
      if (!keep(started)) {
        started.close();
        return;
      }
      WorkerMessage answer = started.ask(new WarmUpRequest(session.get()), log -> {});
      finish(answer instanceof WorkerMessage.Returned);
    } catch (WorkerException | RuntimeException e) {
      // Whoever needs a worker starts one, and meets what is wrong.
      LOG.debug("no spare worker: {}", e.getMessage());
      finish(false);
    }
  }

  private synchronized boolean keep(WorkerProcess started) {
    if (!closed) {
      worker = started;
    }
    return !closed;
  }

  private synchronized void finish(boolean warm) {
    ready = warm;
    if (!warm && worker != null) {
      worker.close();
      worker = null;
    }
  }

  /** Hands it over; null when there is none that is ready. */
  synchronized @Nullable WorkerProcess take() {
    WorkerProcess taken = ready ? worker : null;
    if (taken != null) {
      worker = null;
      ready = false;
    }
    return taken != null && taken.isAlive() ? taken : null;
  }

  /** Ends it, also while it is being made. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = preparing;
      if (worker != null) {
        worker.close();
      }
    }
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
