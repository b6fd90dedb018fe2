package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.UnreadableRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A row that cannot be written, kept aside with the reason so that the others can go on.
 *
 * @param changedAt when the source changed it; empty for what is no row
 * @param text what came, or of more than a column holds the beginning, which the reason then says
 */
public record ParkedRecord(
    Optional<Long> id,
    Optional<Instant> changedAt,
    String contentHash,
    String text,
    String reason) {
  /** A VARCHAR holds 16 MB: https://docs.snowflake.com/en/sql-reference/data-types-text */
  static final int MOST_BYTES = 16_000_000;

  public ParkedRecord {
    int end = fitting(text);
    if (end < text.length()) {
      reason = reason + " Its first " + end + " characters are kept.";
      text = text.substring(0, end);
    }
  }

  /** The end of what a column holds; two halves of one character stay together. */
  private static int fitting(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      if (bytes > MOST_BYTES) {
        return i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? i - 1 : i;
      }
    }
    return text.length();
  }

  /** What is no row at all. */
  public static ParkedRecord of(UnreadableRecord record) {
    return new ParkedRecord(
        record.id(), Optional.empty(), record.contentHash(), record.text(), record.reason());
  }

  /** A row that cannot be written. */
  public static ParkedRecord of(SourceRecord record, String reason) {
    return new ParkedRecord(
        Optional.of(record.id()),
        Optional.of(record.updatedAt()),
        record.contentHash(),
        record.json(),
        reason);
  }
}
