package io.snowpull.runtime.ingestion;

/** What merging did to the rows that it was given. */
record MergeCounts(long inserted, long updated) {
  static final MergeCounts NONE = new MergeCounts(0, 0);

  long written() {
    return inserted + updated;
  }

  MergeCounts plus(MergeCounts other) {
    return new MergeCounts(inserted + other.inserted, updated + other.updated);
  }
}
