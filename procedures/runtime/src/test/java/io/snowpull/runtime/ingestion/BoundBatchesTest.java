package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundBatchesTest {
  private static SourceRecord row(long id, String json) {
    return new SourceRecord(id, Instant.parse("2019-10-04T12:00:00Z"), json, "ab12");
  }

  @Test
  void wrapsTheRowsTextAsItIs() {
    List<String> batches =
        new BoundBatches(1000).pack(List.of(row(1, "{\"n\":1.50e400}"), row(2, "{}")));
    assertEquals(
        List.of(
            "[{\"id\":1,\"updated_at\":\"2019-10-04T12:00:00Z\",\"hash\":\"ab12\",\"raw\":{\"n\":1.50e400}},"
                + "{\"id\":2,\"updated_at\":\"2019-10-04T12:00:00Z\",\"hash\":\"ab12\",\"raw\":{}}]"),
        batches);
  }

  @Test
  void makesNoBatchOfNoRows() {
    assertEquals(List.of(), new BoundBatches(1000).pack(List.of()));
  }

  @Test
  void splitsInOrderAndStaysBelowTheLimitEvenWhenQuoted() {
    List<SourceRecord> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(row(i, "{\"t\":\"" + "é\\\"🎉".repeat(i) + "\"}"));
    }
    List<String> batches = new BoundBatches(2000).pack(rows);
    assertTrue(batches.size() > 1);
    List<Long> ids = new ArrayList<>();
    for (String batch : batches) {
      String quoted = Json.write(Json.object().textNode(batch));
      assertTrue(quoted.getBytes(StandardCharsets.UTF_8).length <= 2002);
      for (JsonNode element : Json.parse(batch)) {
        ids.add(element.path("id").longValue());
      }
    }
    assertEquals(rows.stream().map(SourceRecord::id).toList(), ids);
  }

  @Test
  void knowsWhichRowNoStatementCanTake() {
    BoundBatches batches = new BoundBatches(200);
    assertTrue(batches.takes(row(7, "{}")));
    SourceRecord large = row(7, "\"" + "x".repeat(200) + "\"");
    assertFalse(batches.takes(large));
    assertTrue(batches.tooLarge(large).endsWith("bytes, and a statement takes at most 200."));
  }

  @Test
  void givesAStatementMoreThanItMayHaveOnlyWhereThatCompresses() {
    Random random = new Random(1);
    List<SourceRecord> same = new ArrayList<>();
    List<SourceRecord> noise = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      byte[] bytes = new byte[750];
      random.nextBytes(bytes);
      same.add(row(i, "\"" + "x".repeat(1000) + "\""));
      noise.add(row(i, "\"" + Base64.getEncoder().encodeToString(bytes) + "\""));
    }
    BoundBatches batches = new BoundBatches(100_000, 20_000);
    assertEquals(1, batches.pack(same).size());
    List<String> packed = batches.pack(noise);
    assertEquals(4, packed.size());
    List<Long> ids = new ArrayList<>();
    packed.forEach(batch -> Json.parse(batch).forEach(row -> ids.add(row.path("id").longValue())));
    assertEquals(noise.stream().map(SourceRecord::id).toList(), ids);
  }

  @Test
  void namesEachRowOnceWithItsNewestTime() {
    SourceRecord older = new SourceRecord(1, Instant.parse("2019-10-04T11:00:00Z"), "{}", "ab12");
    assertEquals(
        "[{\"id\":1,\"updated_at\":\"2019-10-04T12:00:00Z\"},"
            + "{\"id\":2,\"updated_at\":\"2019-10-04T12:00:00Z\"}]",
        BoundBatches.versions(List.of(row(1, "{}"), row(2, "{}"), older)));
  }
}
