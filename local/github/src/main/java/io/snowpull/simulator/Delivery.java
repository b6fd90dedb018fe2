package io.snowpull.simulator;

import java.time.Duration;
import java.util.List;

/**
 * What goes out on a connection for one request; no pieces at all mean a reset.
 *
 * @param pieces written one after the other
 * @param pause before each piece but the first
 */
record Delivery(List<byte[]> pieces, Duration pause, boolean keepsConnection) {

  static Delivery atOnce(byte[] bytes, boolean keepsConnection) {
    return new Delivery(List.of(bytes), Duration.ZERO, keepsConnection);
  }

  static Delivery reset() {
    return new Delivery(List.of(), Duration.ZERO, false);
  }

  boolean isReset() {
    return pieces.isEmpty();
  }
}
