package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.UnreadableRecord;
import java.util.Optional;

/** A row that cannot be written, kept aside with the reason so that the others can go on. */
public record ParkedRecord(Optional<Long> id, String contentHash, String text, String reason) {
  /** What is no row at all. */
  public static ParkedRecord of(UnreadableRecord record) {
    return new ParkedRecord(record.id(), record.contentHash(), record.text(), record.reason());
  }

  /** A row that cannot be written. */
  public static ParkedRecord of(SourceRecord record, String reason) {
    return new ParkedRecord(Optional.of(record.id()), record.contentHash(), record.json(), reason);
  }
}
