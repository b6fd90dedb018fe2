package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file as it is put on the stage. */
final class StagedFile {
  private StagedFile() {}

  static List<SourceRecord> rows(InputStream content) {
    try (InputStream text = new GZIPInputStream(content)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(RowJson::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
