package io.snowpull.bench;

import io.snowpull.simulator.Counters;
import java.util.Locale;

/**
 * What one reader needed to load all issues of a repository.
 *
 * @param seconds from the start of the process, or from the call, to its end
 * @param rows different issues that it has at the end
 * @param statements what the account ran for it; 0 where not measured
 * @param heapMegabytes peak use of the procedure's heap, garbage included; 0 where not measured
 * @param error empty when it went well
 */
record LoadResult(
    String reader,
    double seconds,
    long requests,
    long bytes,
    long rows,
    long statements,
    long heapMegabytes,
    String error) {

  static LoadResult of(String reader, double seconds, Counters before, Counters after, long rows) {
    return new LoadResult(
        reader,
        seconds,
        after.requests() - before.requests(),
        after.bodyBytes() - before.bodyBytes(),
        rows,
        0,
        0,
        "");
  }

  static LoadResult failed(String reader, String error) {
    return new LoadResult(reader, 0, 0, 0, 0, 0, 0, error);
  }

  LoadResult withHeap(long megabytes) {
    return new LoadResult(reader, seconds, requests, bytes, rows, statements, megabytes, error);
  }

  LoadResult withStatements(long number) {
    return new LoadResult(reader, seconds, requests, bytes, rows, number, heapMegabytes, error);
  }

  /** A row of the table. */
  String shown(int issues, long latencyMillis) {
    String start = "| " + issues + " | " + latencyMillis + " ms | " + reader + " | ";
    if (!error.isEmpty()) {
      return start + "not run: " + error + " | | | | | |";
    }
    return start
        + String.format(
            Locale.ROOT,
            "%.1f s | %d | %.2f MB | %d | %s | %s |",
            seconds,
            requests,
            bytes / 1e6,
            issues - rows,
            statements == 0 ? "" : Long.toString(statements),
            heapMegabytes == 0 ? "" : heapMegabytes + " MB");
  }
}
