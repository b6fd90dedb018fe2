package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.snowpull.local.engine.protocol.arrow.ArrowStream;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Cuts large results into a first page inside the answer and chunks fetched separately. */
final class ResultChunks {

  /** Results up to this many rows come whole inside the answer. */
  static final int ROWS_INLINE = 5_000;

  private static final int ROWS_A_CHUNK = 100_000;
  private static final long MOST_CACHED_BYTES = 64L * 1024 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<Key, List<Chunk>> cached = new LinkedHashMap<>();
  private long cachedBytes;

  /**
   * One chunk: gzip of rows as JSON arrays with commas between them and no brackets around all, or
   * an Arrow stream as it is.
   */
  record Chunk(byte[] body, boolean compressed, int rows, int uncompressedSize) {}

  private record Key(String queryId, ResultFormat format) {}

  /** The chunks of a result, made once and kept as long as there is room. */
  synchronized List<Chunk> of(String queryId, Result result, ResultFormat format) {
    if (result.rowCount() <= ROWS_INLINE) {
      return List.of();
    }
    Key key = new Key(queryId, format);
    List<Chunk> known = cached.get(key);
    if (known != null) {
      return known;
    }
    List<Chunk> made = make(result, format);
    cached.put(key, made);
    cachedBytes += bytes(made);
    Iterator<List<Chunk>> oldest = cached.values().iterator();
    while (cachedBytes > MOST_CACHED_BYTES && cached.size() > 1) {
      cachedBytes -= bytes(oldest.next());
      oldest.remove();
    }
    return made;
  }

  /** Writes the rows that come inside the answer. */
  static void writeInline(JsonGenerator json, Result result, ResultFormat format)
      throws IOException {
    if (format == ResultFormat.ARROW) {
      int rows = result.rowCount() <= ROWS_INLINE ? Integer.MAX_VALUE : ROWS_INLINE;
      // No stream for no rows, as from Snowflake: the Python driver crashes on an empty batch.
      byte[] stream =
          result.rowCount() == 0
              ? new byte[0]
              : new ArrowStream(result).of(take(result.rows().iterator(), rows));
      json.writeStringField("rowsetBase64", Base64.getEncoder().encodeToString(stream));
      return;
    }
    json.writeArrayFieldStart("rowset");
    long left = result.rowCount() <= ROWS_INLINE ? Long.MAX_VALUE : ROWS_INLINE;
    Iterator<List<@Nullable Object>> rows = result.rows().iterator();
    while (left-- > 0 && rows.hasNext()) {
      writeRow(json, result.columns(), rows.next());
    }
    json.writeEndArray();
  }

  private static List<Chunk> make(Result result, ResultFormat format) {
    ArrowStream arrow = format == ResultFormat.ARROW ? new ArrowStream(result) : null;
    List<Chunk> chunks = new ArrayList<>();
    Iterator<List<@Nullable Object>> rows = result.rows().iterator();
    for (int i = 0; i < ROWS_INLINE; i++) {
      rows.next();
    }
    while (rows.hasNext()) {
      chunks.add(
          arrow == null ? json(result.columns(), rows) : arrow(arrow, take(rows, ROWS_A_CHUNK)));
    }
    return chunks;
  }

  private static Chunk arrow(ArrowStream arrow, List<List<@Nullable Object>> rows) {
    byte[] stream = arrow.of(rows);
    return new Chunk(stream, false, rows.size(), stream.length);
  }

  private static List<List<@Nullable Object>> take(
      Iterator<List<@Nullable Object>> rows, int most) {
    List<List<@Nullable Object>> taken = new ArrayList<>();
    while (rows.hasNext() && taken.size() < most) {
      taken.add(rows.next());
    }
    return taken;
  }

  private static Chunk json(List<Column> columns, Iterator<List<@Nullable Object>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    int count = 0;
    try (FastGzip gzip = new FastGzip(bytes);
        JsonGenerator json = JSON.createGenerator(gzip)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter(","));
      while (rows.hasNext() && count < ROWS_A_CHUNK) {
        writeRow(json, columns, rows.next());
        count++;
      }
      json.flush();
      gzip.finish();
      // Drivers size their buffers by the exact number, and fail when there is more.
      return new Chunk(bytes.toByteArray(), true, count, gzip.uncompressed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRow(JsonGenerator json, List<Column> columns, List<@Nullable Object> row)
      throws IOException {
    json.writeStartArray();
    for (int i = 0; i < row.size(); i++) {
      Object cell = row.get(i);
      if (cell == null) {
        json.writeNull();
      } else {
        json.writeString(CellText.of(columns.get(i).type(), cell));
      }
    }
    json.writeEndArray();
  }

  private static long bytes(List<Chunk> chunks) {
    return chunks.stream().mapToLong(chunk -> chunk.body().length).sum();
  }

  /** Least effort: client and server share a machine, so time costs more than bytes. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }

    int uncompressed() {
      return def.getTotalIn();
    }
  }
}
