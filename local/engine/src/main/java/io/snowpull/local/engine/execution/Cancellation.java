package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a running statement learns that it is to stop. Safe for several threads. */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable SnowflakeException reason;

  /** Stops the statement; what it then throws is replaced by the reason. */
  public void cancel(SnowflakeException why) {
    List<Runnable> toRun;
    synchronized (this) {
      if (reason != null) {
        return;
      }
      reason = why;
      toRun = List.copyOf(actions);
    }
    toRun.forEach(Runnable::run);
  }

  /**
   * Has the action run on cancellation, at once if that has happened; closing the answer takes it
   * back.
   */
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (reason == null) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  /** Why the statement was cancelled; null while it was not. */
  public synchronized @Nullable SnowflakeException reason() {
    return reason;
  }

  /**
   * For loops in Java.
   *
   * @throws SnowflakeException once the statement is cancelled
   */
  public void check() {
    SnowflakeException why = reason();
    if (why != null) {
      throw why;
    }
  }

  private synchronized void remove(Runnable action) {
    actions.remove(action);
  }

  /** An action that waits for a cancellation. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
