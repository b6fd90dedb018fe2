package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.execution.Cancellation;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.SessionTarget;
import io.snowpull.local.worker.protocol.WorkerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Warm workers. A warehouse lends its workers to one owner each, so no owner's code runs where
 * another's has run. Calls beyond the limit wait. Safe for several threads.
 */
public final class WorkerPool implements AutoCloseable {
  private static final long WAIT_MILLIS = 100;

  private final WorkerSettings settings;
  private final Semaphore permits;
  private final SpareWorker spare;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  public WorkerPool(WorkerSettings settings) {
    this.settings = settings;
    this.permits = new Semaphore(settings.most(), true);
    this.spare = new SpareWorker(settings);
    // What the workers of a killed account left behind.
    ScratchDirectory.clear(settings.scratch());
  }

  /** For whom a worker works: the warehouse's name, null without one, and the code's owner. */
  record Owner(@Nullable String warehouse, Principal principal) {}

  private record Idle(Owner owner, WorkerProcess worker) {}

  WorkerSettings settings() {
    return settings;
  }

  /**
   * Makes a worker in the background for a call that no idle one can serve, once.
   *
   * @param session what it logs in to, to be warm
   */
  void prepareSpare(Supplier<SessionTarget> session) {
    spare.prepare(session);
  }

  /**
   * Runs one call.
   *
   * @throws SnowflakeException when cancelled, or when the worker cannot start or dies
   */
  WorkerMessage call(
      Owner owner,
      CallRequest request,
      Cancellation cancellation,
      Consumer<WorkerMessage.Log> logs) {
    acquire(cancellation);
    try {
      return callWith(take(owner), owner, request, cancellation, logs);
    } catch (WorkerException e) {
      cancellation.check();
      throw new SnowflakeException(
          "100358",
          "P0000",
          "Java Stored Procedure Error: "
              + e.getMessage()
              + " The next call gets a new process with a heap of "
              + settings.heapMegabytes()
              + " MB.",
          e);
    } finally {
      permits.release();
    }
  }

  private WorkerMessage callWith(
      WorkerProcess worker,
      Owner owner,
      CallRequest request,
      Cancellation cancellation,
      Consumer<WorkerMessage.Log> logs)
      throws WorkerException {
    boolean reusable = false;
    try (var ignored = cancellation.onCancel(worker::close)) {
      WorkerMessage answer = worker.ask(request, logs);
      reusable = isReusable(answer);
      return answer;
    } finally {
      giveBack(owner, worker, reusable && cancellation.reason() == null);
    }
  }

  private void acquire(Cancellation cancellation) {
    try {
      while (!permits.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SnowflakeException.cancelled();
    }
  }

  private WorkerProcess take(Owner owner) throws WorkerException {
    @Nullable WorkerProcess found = takeIdle(owner);
    if (found == null) {
      found = spare.take();
    }
    return found != null ? found : WorkerProcess.start(settings);
  }

  private synchronized @Nullable WorkerProcess takeIdle(Owner owner) {
    Iterator<Idle> candidates = idle.descendingIterator();
    while (candidates.hasNext()) {
      Idle candidate = candidates.next();
      if (Objects.equals(candidate.owner(), owner)) {
        candidates.remove();
        if (candidate.worker().isAlive()) {
          return candidate.worker();
        }
      }
    }
    return null;
  }

  private void giveBack(Owner owner, WorkerProcess worker, boolean reusable) {
    @Nullable WorkerProcess surplus = worker;
    synchronized (this) {
      if (reusable && !closed) {
        idle.addLast(new Idle(owner, worker));
        surplus = idle.size() > settings.most() ? idle.removeFirst().worker() : null;
      }
    }
    if (surplus != null) {
      surplus.close();
    }
  }

  private static boolean isReusable(WorkerMessage answer) {
    return answer instanceof WorkerMessage.Returned returned && returned.reusable()
        || answer instanceof WorkerMessage.Failed failed && failed.reusable();
  }

  /** Ends the idle workers; those that run a call end with it. */
  @Override
  public void close() {
    Deque<Idle> all;
    synchronized (this) {
      closed = true;
      all = new ArrayDeque<>(idle);
      idle.clear();
    }
    all.forEach(entry -> entry.worker().close());
    spare.close();
  }
}
