package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourceRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Rows as a compressed file of a JSON object a line, in memory: issues take a seventh there of what
 * they take as text. A file cannot be added to once it was read.
 */
final class RowFile {
  /** What a VARIANT holds: https://docs.snowflake.com/en/sql-reference/data-types-semistructured */
  private static final int MOST_ROW_BYTES = 16_000_000;

  private final Chunks chunks = new Chunks();
  private final GZIPOutputStream compressed;
  private final Set<Long> ids = new HashSet<>();
  private int rows;
  private long characters;

  RowFile() {
    try {
      compressed = new GZIPOutputStream(chunks, 8192);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RowFile of(SourceRecord record) {
    RowFile file = new RowFile();
    file.add(record);
    return file;
  }

  /** Whether a VARIANT can hold the row. */
  static boolean takes(SourceRecord record) {
    return bytes(record) <= MOST_ROW_BYTES;
  }

  /** What a row takes and what there is, for people. */
  static String tooLarge(SourceRecord record) {
    return "It takes "
        + bytes(record)
        + " bytes, and a column takes at most "
        + MOST_ROW_BYTES
        + ".";
  }

  private static int bytes(SourceRecord record) {
    return record.json().getBytes(StandardCharsets.UTF_8).length;
  }

  void add(SourceRecord record) {
    StringBuilder line = new StringBuilder(record.json().length() + 150);
    // A line break in JSON is white space between its parts, never one in a text.
    RowJson.append(line, record);
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\n' || line.charAt(i) == '\r') {
        line.setCharAt(i, ' ');
      }
    }
    line.append('\n');
    try {
      compressed.write(line.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
    characters += line.length();
    ids.add(record.id());
  }

  /** Rows, with those that came in several versions. */
  int rows() {
    return rows;
  }

  /** Different rows. */
  int distinct() {
    return ids.size();
  }

  boolean isFull(Staging limits) {
    return chunks.size() >= limits.compressedBytes()
        || characters >= limits.characters()
        || rows >= limits.rows();
  }

  /** The file from its beginning. */
  InputStream content() {
    try {
      compressed.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return chunks.content();
  }

  /** Each row in the order in which they were added. */
  void forEach(Consumer<SourceRecord> action) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(content()), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        action.accept(RowJson.parse(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in pieces, so that what grows is never copied. */
  private static final class Chunks extends OutputStream {
    private static final int SIZE = 1 << 16;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[SIZE];
    private int used;

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (used == SIZE) {
          full.add(last);
          last = new byte[SIZE];
          used = 0;
        }
        int part = Math.min(left, SIZE - used);
        System.arraycopy(bytes, from, last, used, part);
        used += part;
        from += part;
        left -= part;
      }
    }

    long size() {
      return (long) full.size() * SIZE + used;
    }

    InputStream content() {
      List<InputStream> parts = new ArrayList<>();
      full.forEach(chunk -> parts.add(new ByteArrayInputStream(chunk)));
      parts.add(new ByteArrayInputStream(last, 0, used));
      return new SequenceInputStream(Collections.enumeration(parts));
    }
  }
}
