package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RowFileTest {
  private static final Staging LIMITS =
      new Staging((location, content) -> {}, 200_000, 1_000, 10, 10);

  private static SourceRecord row(long id, String json) {
    return new SourceRecord(id, Instant.parse("2019-10-04T12:00:00Z"), json, "ab12");
  }

  private static List<SourceRecord> read(RowFile file) {
    List<SourceRecord> rows = new ArrayList<>();
    file.forEach(rows::add);
    return rows;
  }

  @Test
  void isAJsonDocumentALine() throws IOException {
    RowFile file = RowFile.of(row(1, "{\"n\":1.50e400,\r\n \"t\":\"é\\n🎉\u2028\"}"));
    file.add(row(2, "{}"));
    String text;
    try (GZIPInputStream content = new GZIPInputStream(file.content())) {
      text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(3, text.split("\n", -1).length);
    JsonNode first = Json.parse(text.substring(0, text.indexOf('\n')));
    assertEquals(1, first.path("id").intValue());
    assertEquals("2019-10-04T12:00:00Z", first.path("updated_at").textValue());
    assertEquals("ab12", first.path("hash").textValue());
    assertEquals("é\n🎉\u2028", first.path("raw").path("t").textValue());
    assertTrue(text.contains("1.50e400"), text);
  }

  @Test
  void givesItsRowsBackAsOftenAsItIsAsked() {
    Random random = new Random(1);
    List<SourceRecord> rows = new ArrayList<>();
    RowFile file = new RowFile();
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(noise);
      String text = Base64.getEncoder().encodeToString(noise) + "\\\",\\\"raw\\\":ü";
      rows.add(row(i / 2, "{\"t\":\"" + text + "\",\"hash\":\"\",\"raw\":1}"));
      file.add(rows.get(i));
    }
    assertEquals(300, file.rows());
    assertEquals(150, file.distinct());
    assertEquals(rows, read(file));
    assertEquals(rows, read(file));
  }

  @Test
  void isFullAtAnyOfItsLimits() {
    RowFile many = new RowFile();
    RowFile wide = new RowFile();
    for (int i = 0; i < 10; i++) {
      assertFalse(many.isFull(new Staging(LIMITS.upload(), 200_000, 1_000_000, 10, 10)));
      many.add(row(i, "{}"));
    }
    assertTrue(many.isFull(new Staging(LIMITS.upload(), 200_000, 1_000_000, 10, 10)));
    wide.add(row(1, "\"" + "x".repeat(1_000) + "\""));
    assertTrue(wide.isFull(LIMITS));
    Random random = new Random(1);
    byte[] noise = new byte[400_000];
    random.nextBytes(noise);
    RowFile incompressible =
        RowFile.of(row(1, "\"" + Base64.getEncoder().encodeToString(noise) + "\""));
    assertTrue(incompressible.isFull(new Staging(LIMITS.upload(), 200_000, 1_000_000, 10, 10)));
  }

  @Test
  void knowsWhatAColumnHolds() {
    assertTrue(RowFile.takes(row(1, "\"" + "x".repeat(15_999_998) + "\"")));
    SourceRecord large = row(1, "\"" + "é".repeat(8_000_000) + "\"");
    assertFalse(RowFile.takes(large));
    assertEquals(
        "It takes 16000002 bytes, and a column takes at most 16000000.", RowFile.tooLarge(large));
  }
}
