package io.snowpull.runtime.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One row as the source sent it.
 *
 * @param id the source's number of the row
 * @param updatedAt when the source last changed it, cut to the second: a run asks again from a
 *     second on, so what the source says in finer steps is read once more rather than missed
 * @param json the row, byte for byte as it came
 * @param contentHash the same for the same {@code json}, in hexadecimal
 * @param wanted false for a row that the resource's options leave out; it still shows how far a
 *     walk has come
 */
public record SourceRecord(
    long id, Instant updatedAt, String json, String contentHash, boolean wanted) {
  public SourceRecord {
    updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A row that is wanted. */
  public SourceRecord(long id, Instant updatedAt, String json, String contentHash) {
    this(id, updatedAt, json, contentHash, true);
  }
}
