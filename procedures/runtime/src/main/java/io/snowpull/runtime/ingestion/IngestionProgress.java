package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourcePage;

/**
 * What a run has read and written.
 *
 * @param pages pages read
 * @param fetched rows that came, with those that came twice
 * @param skipped rows of those that the options leave out
 * @param counts what became of those that are written
 * @param written rows that the table has, as they came or newer
 * @param staged rows of those that came by files on the stage
 * @param parked rows kept aside
 * @param bytes what came over the network
 * @param unchangedAnswers answers that nothing is new
 */
record IngestionProgress(
    long pages,
    long fetched,
    long skipped,
    MergeCounts counts,
    long written,
    long staged,
    long parked,
    long bytes,
    long unchangedAnswers) {
  static final IngestionProgress START =
      new IngestionProgress(0, 0, 0, MergeCounts.NONE, 0, 0, 0, 0, 0);

  IngestionProgress read(SourcePage page) {
    return new IngestionProgress(
        pages + 1,
        fetched + page.records().size() + page.unreadable().size(),
        skipped + page.records().stream().filter(record -> !record.wanted()).count(),
        counts,
        written,
        staged,
        parked,
        bytes + page.bytes(),
        unchangedAnswers);
  }

  IngestionProgress readUnchanged() {
    return new IngestionProgress(
        pages, fetched, skipped, counts, written, staged, parked, bytes, unchangedAnswers + 1);
  }

  IngestionProgress wrote(int rows, int byFile, MergeCounts merged, int asideRows) {
    return new IngestionProgress(
        pages,
        fetched,
        skipped,
        counts.plus(merged),
        written + rows,
        staged + byFile,
        parked + asideRows,
        bytes,
        unchangedAnswers);
  }
}
