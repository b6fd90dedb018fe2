package io.snowpull.runtime.ingestion;

import java.time.Duration;

/**
 * Bounds of one run.
 *
 * @param margin how much later than its time a change may become visible at the source
 * @param longestWait a longer wait for the source ends the run, because waiting is paid for
 * @param timeBudget after it the run ends, to be continued by the next one
 * @param retries how often a request that failed in passing is tried again
 * @param batchBytes the most that one statement is given
 * @param requests after so many the run ends, to be continued by the next one
 * @param concurrency requests that a first load makes at once, at least 1
 */
public record RunLimits(
    Duration margin,
    Duration longestWait,
    Duration timeBudget,
    int retries,
    int batchBytes,
    long requests,
    int concurrency) {
  /** For a task with a timeout of an hour, of which a run uses four fifths. */
  public static final RunLimits STANDARD =
      new RunLimits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          Duration.ofMinutes(48),
          4,
          BoundBatches.MAX_BYTES,
          Long.MAX_VALUE,
          4);

  /** The same but for the time that a change may take to become visible. */
  public RunLimits withMargin(Duration time) {
    return new RunLimits(time, longestWait, timeBudget, retries, batchBytes, requests, concurrency);
  }

  /** The same but for the requests that a first load makes at once. */
  public RunLimits withConcurrency(int atOnce) {
    return new RunLimits(margin, longestWait, timeBudget, retries, batchBytes, requests, atOnce);
  }

  /** The same but for the requests after which the run ends. */
  public RunLimits withRequests(long most) {
    return new RunLimits(margin, longestWait, timeBudget, retries, batchBytes, most, concurrency);
  }
}
