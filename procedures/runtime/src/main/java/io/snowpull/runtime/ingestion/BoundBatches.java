package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs rows into JSON arrays small enough to be bound to one statement.
 *
 * <p>Each element is {@code {id, updated_at, hash, raw}}; {@code raw} is the row's own text, so
 * nothing of it is lost to parsing and writing.
 */
final class BoundBatches {
  /**
   * A statement's text may have 1 MB, which counts its binds and is documented as after
   * compression; staying below it uncompressed leaves room for the statement itself.
   * https://docs.snowflake.com/en/user-guide/query-size-limits
   */
  static final int MAX_BYTES = 900_000;

  private final int maxBytes;

  BoundBatches(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether one statement can take this row. */
  boolean takes(SourceRecord record) {
    return weight(List.of(record)) + 2 <= maxBytes;
  }

  /** What a row takes and what there is, for people. */
  String tooLarge(SourceRecord record) {
    return "It takes "
        + weight(List.of(record))
        + " bytes, and a statement takes at most "
        + maxBytes
        + ".";
  }

  /** The newest version of each row, as {@code [{id, updated_at}, ...]}. */
  static String versions(List<SourceRecord> records) {
    Map<Long, Instant> newest = newest(records);
    var array = Json.object().arrayNode();
    newest.forEach((id, at) -> array.addObject().put("id", id).put("updated_at", at.toString()));
    return Json.write(array);
  }

  /** When each row was changed last, of those versions that are here. */
  static Map<Long, Instant> newest(List<SourceRecord> records) {
    Map<Long, Instant> newest = new LinkedHashMap<>();
    for (SourceRecord record : records) {
      newest.merge(
          record.id(), record.updatedAt(), (one, other) -> one.isBefore(other) ? other : one);
    }
    return newest;
  }

  /** The rows in order, in as few arrays as fit; none for no rows. Each row must fit. */
  List<String> pack(List<SourceRecord> records) {
    List<String> batches = new ArrayList<>();
    StringBuilder array = new StringBuilder("[");
    int size = 2;
    for (SourceRecord record : records) {
      String element = element(record);
      int weight = weight(element) + 1;
      if (size + weight > maxBytes) {
        batches.add(array.append(']').toString());
        array = new StringBuilder("[");
        size = 2;
      }
      if (array.length() > 1) {
        array.append(',');
      }
      array.append(element);
      size += weight;
    }
    if (array.length() > 1) {
      batches.add(array.append(']').toString());
    }
    return batches;
  }

  /** Bytes that these rows take of the limit. */
  static int weight(List<SourceRecord> records) {
    return records.stream().mapToInt(record -> weight(element(record)) + 1).sum();
  }

  private static String element(SourceRecord record) {
    // The hash is hexadecimal and the time is ISO 8601, so neither needs JSON escapes.
    return "{\"id\":"
        + record.id()
        + ",\"updated_at\":\""
        + record.updatedAt()
        + "\",\"hash\":\""
        + record.contentHash()
        + "\",\"raw\":"
        + record.json()
        + "}";
  }

  /** Bytes of the text as UTF-8, once it is itself a JSON string, which is how drivers send it. */
  private static int weight(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        bytes += 2;
      } else if (c < 0x20) {
        bytes += 6;
      } else if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
