package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.sql.StageUpload;

/**
 * How batches too large for one statement go to the account: as files on a stage. A file is written
 * to its table once it has reached one of the limits, or there is no more to read.
 *
 * @param upload sends the files
 * @param compressedBytes what a run holds in memory
 * @param characters before compression: what is read again at most after a crash
 * @param rows bounds the ids that are held in memory
 * @param firstRows the same for the first file of a run: somebody waits for the first rows, and
 *     they are written while the source is read anyway
 */
public record Staging(
    StageUpload upload, long compressedBytes, long characters, int rows, int firstRows) {
  /** Some 21,000 issues a file, so that 100,000 take six. */
  public static Staging standard(StageUpload upload) {
    return new Staging(upload, 10_000_000, 64_000_000, 50_000, 4_000);
  }
}
