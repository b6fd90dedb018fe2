package io.snowpull.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of one thing that was done again and again, in milliseconds. */
record Samples(double[] millis) {

  /** What is timed. */
  interface Work {
    void run() throws Exception;
  }

  /** Does it {@code warmUp} times without looking, and then {@code rounds} times. */
  static Samples of(int warmUp, int rounds, Work work) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      work.run();
    }
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Samples(millis);
  }

  double median() {
    return percentile(50);
  }

  /** The smallest time that {@code percent} of all do not exceed. */
  double percentile(int percent) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    int index = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
    return sorted[Math.max(0, index)];
  }

  /** With as many digits as mean something. */
  static String shown(double millis) {
    if (millis >= 1000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
    return String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : "%.1f ms", millis);
  }
}
