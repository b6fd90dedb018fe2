package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourceRecord;
import java.time.Instant;

/**
 * A row as statements read it: {@code {"id": .., "updated_at": .., "hash": .., "raw": ..}}.
 *
 * <p>{@code raw} is the row's own text, so nothing of it is lost to parsing and writing.
 */
final class RowJson {
  private static final String ID = "{\"id\":";
  private static final String UPDATED_AT = ",\"updated_at\":\"";
  private static final String HASH = "\",\"hash\":\"";
  private static final String RAW = "\",\"raw\":";

  /** What stands around the values of a row. */
  static final String FRAME = ID + UPDATED_AT + HASH + RAW + "}";

  private RowJson() {}

  /** The hash is hexadecimal and the time is ISO 8601, so neither needs JSON escapes. */
  static void append(StringBuilder json, SourceRecord record) {
    json.append(ID).append(record.id());
    json.append(UPDATED_AT).append(record.updatedAt());
    json.append(HASH).append(record.contentHash());
    json.append(RAW).append(record.json()).append('}');
  }

  /** The row of what {@link #append} wrote. */
  static SourceRecord parse(String json) {
    int updatedAt = json.indexOf(UPDATED_AT);
    int hash = json.indexOf(HASH, updatedAt);
    int raw = json.indexOf(RAW, hash);
    return new SourceRecord(
        Long.parseLong(json.substring(ID.length(), updatedAt)),
        Instant.parse(json.substring(updatedAt + UPDATED_AT.length(), hash)),
        json.substring(raw + RAW.length(), json.length() - 1),
        json.substring(hash + HASH.length(), raw));
  }
}
