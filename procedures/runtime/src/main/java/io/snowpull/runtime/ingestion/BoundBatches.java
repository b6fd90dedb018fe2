package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Packs rows, each as {@link RowJson}, into arrays small enough to be bound to one statement. */
public final class BoundBatches {
  /**
   * A statement's text may have 1 MB, which counts its binds and is documented as after
   * compression. What stays below it uncompressed is taken as it is; the rest is left to the
   * statement itself. https://docs.snowflake.com/en/user-guide/query-size-limits
   */
  static final int SURE_BYTES = 900_000;

  /**
   * The most before compression: issues compress to a fifth or less, and a batch is several times
   * in memory while it is sent.
   */
  public static final int MAX_BYTES = 3_000_000;

  /** What stands around the values of a row, quotes counted twice as {@link #weight} does. */
  private static final int FRAME = weight(RowJson.FRAME);

  private final int maxBytes;
  private final int sureBytes;

  /**
   * @param maxBytes the most that one statement is given, before compression
   */
  public BoundBatches(int maxBytes) {
    this(maxBytes, SURE_BYTES);
  }

  /**
   * @param maxBytes the most that one statement is given, before compression
   * @param sureBytes the most that one statement is given after compression
   */
  BoundBatches(int maxBytes, int sureBytes) {
    this.maxBytes = maxBytes;
    this.sureBytes = Math.min(maxBytes, sureBytes);
  }

  /** Whether one statement can take this row. */
  public boolean takes(SourceRecord record) {
    return weight(List.of(record)) + 2 <= sureBytes;
  }

  /** What a row takes and what there is, for people. */
  public String tooLarge(SourceRecord record) {
    return "It takes "
        + weight(List.of(record))
        + " bytes, and a statement takes at most "
        + sureBytes
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
  public List<String> pack(List<SourceRecord> records) {
    List<String> batches = new ArrayList<>();
    int start = 0;
    int size = 2;
    for (int i = 0; i < records.size(); i++) {
      int weight = weight(records.get(i)) + 1;
      if (size + weight > maxBytes) {
        addCompressible(records.subList(start, i), size, batches);
        start = i;
        size = 2;
      }
      size += weight;
    }
    if (start < records.size()) {
      addCompressible(records.subList(start, records.size()), size, batches);
    }
    return batches;
  }

  /** Halves what does not compress well enough. */
  private void addCompressible(List<SourceRecord> records, int size, List<String> batches) {
    String array = array(records, size);
    if (size <= sureBytes || records.size() == 1 || compressed(array) <= sureBytes) {
      batches.add(array);
      return;
    }
    int half = records.size() / 2;
    List<SourceRecord> first = records.subList(0, half);
    List<SourceRecord> second = records.subList(half, records.size());
    addCompressible(first, weight(first) + 2, batches);
    addCompressible(second, weight(second) + 2, batches);
  }

  private static int compressed(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        deflater.deflate(buffer);
      }
      return deflater.getTotalOut();
    } finally {
      deflater.end();
    }
  }

  /** Bytes that these rows take of the limit, each with the comma after it. */
  public static int weight(List<SourceRecord> records) {
    return records.stream().mapToInt(record -> weight(record) + 1).sum();
  }

  /** Counted, not built: a row is looked at several times before it is sent once. */
  private static int weight(SourceRecord record) {
    return FRAME
        + Long.toString(record.id()).length()
        + record.updatedAt().toString().length()
        + record.contentHash().length()
        + weight(record.json());
  }

  private static String array(List<SourceRecord> records, int size) {
    StringBuilder array = new StringBuilder(size).append('[');
    for (SourceRecord record : records) {
      if (array.length() > 1) {
        array.append(',');
      }
      RowJson.append(array, record);
    }
    return array.append(']').toString();
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
