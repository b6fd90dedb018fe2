package io.snowpull.simulator;

/** Counts requests and answers. Thread-safe. */
final class TrafficMeter {
  private long requests;
  private long notModified;
  private long refused;
  private long bodyBytes;
  private int open;
  private int mostAtOnce;

  /** Returns the number of this request, from 1. */
  synchronized long opened() {
    open++;
    mostAtOnce = Math.max(mostAtOnce, open);
    return ++requests;
  }

  synchronized void closed() {
    open--;
  }

  synchronized void answered(int status, int bytes) {
    bodyBytes += bytes;
    if (status == 304) {
      notModified++;
    } else if (status >= 400) {
      refused++;
    }
  }

  synchronized Counters counters() {
    return new Counters(requests, notModified, refused, bodyBytes, mostAtOnce);
  }
}
