package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourcePage;

/**
 * What a run has read and written.
 *
 * @param pages pages read
 * @param fetched rows that came, with those that came twice
 * @param counts what became of those that are written
 * @param written rows handed to the table
 * @param bytes what came over the network
 * @param unchangedAnswers answers that nothing is new
 */
record IngestionProgress(
    long pages, long fetched, MergeCounts counts, long written, long bytes, long unchangedAnswers) {
  static final IngestionProgress START = new IngestionProgress(0, 0, MergeCounts.NONE, 0, 0, 0);

  IngestionProgress read(SourcePage page) {
    return new IngestionProgress(
        pages + 1,
        fetched + page.records().size(),
        counts,
        written,
        bytes + page.bytes(),
        unchangedAnswers);
  }

  IngestionProgress readUnchanged() {
    return new IngestionProgress(pages, fetched, counts, written, bytes, unchangedAnswers + 1);
  }

  IngestionProgress wrote(int rows, MergeCounts merged) {
    return new IngestionProgress(
        pages, fetched, counts.plus(merged), written + rows, bytes, unchangedAnswers);
  }
}
