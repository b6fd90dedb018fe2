package io.snowpull.simulator;

/** Counts requests and answers. Thread-safe. */
final class TrafficMeter {
  private long requests;
  private long notModified;
  private long refused;
  private long bodyBytes;
  private int open;
  private int mostAtOnce;
  private long overlapping;
  private long early;
  private long withToken;

  /** Returns the number of this request, from 1. */
  synchronized long opened() {
    open++;
    mostAtOnce = Math.max(mostAtOnce, open);
    if (open > 1) {
      overlapping++;
    }
    return ++requests;
  }

  /** How many requests are being answered now. */
  synchronized int open() {
    return open;
  }

  synchronized void closed() {
    open--;
  }

  synchronized void tooEarly() {
    early++;
  }

  synchronized void carriedToken() {
    withToken++;
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
    return new Counters(
        requests, notModified, refused, bodyBytes, mostAtOnce, overlapping, early, withToken);
  }
}
