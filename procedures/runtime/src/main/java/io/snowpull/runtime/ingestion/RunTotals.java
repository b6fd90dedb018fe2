package io.snowpull.runtime.ingestion;

/** What a run has done so far; what a transaction that is rolled back did is taken back here. */
final class RunTotals {
  private final SinkTable sink;
  private IngestionProgress progress = IngestionProgress.START;
  private long rows = -1;

  RunTotals(SinkTable sink) {
    this.sink = sink;
  }

  IngestionProgress progress() {
    return progress;
  }

  void set(IngestionProgress newProgress) {
    progress = newProgress;
  }

  /** Rows of the table, counted once and then kept up with. */
  long rows() {
    if (rows < 0) {
      rows = sink.rows();
    }
    return rows;
  }

  void wrote(IngestionProgress newProgress, long inserted) {
    progress = newProgress;
    rows = rows() + inserted;
  }

  /** Runs what may fail, and then forgets what it counted. */
  void keepUnlessItFails(Runnable counting) {
    IngestionProgress before = progress;
    long rowsBefore = rows();
    try {
      counting.run();
    } catch (RuntimeException e) {
      progress = before;
      rows = rowsBefore;
      throw e;
    }
  }
}
