package io.snowpull.simulator;

import java.io.IOException;
import java.time.Duration;

/** Real waiting, for simulated slowness. */
final class Pause {
  private Pause() {}

  static void of(Duration duration) throws IOException {
    if (duration.isZero()) {
      return;
    }
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the simulator was closed while it delayed an answer", e);
    }
  }
}
