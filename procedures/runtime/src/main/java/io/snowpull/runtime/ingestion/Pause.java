package io.snowpull.runtime.ingestion;

import java.time.Duration;

/** Waits. */
public interface Pause {
  /** Waiting on the thread itself. */
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void of(Duration duration) throws InterruptedException;
}
