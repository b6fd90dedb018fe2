package io.snowpull.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.processor.approved.ApprovedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedModelTest {

  @Test
  void readsWhatTheGeneratorWrites() throws IOException {
    Path model = Path.of("src/test/resources/cases/connector/expected/app.json");
    Map<String, Map<String, String>> tables =
        ApprovedTables.read(Files.readString(model)).columns();
    assertEquals(
        List.of("STATE.APP_CONFIGURATION", "STATE.APP_STATE"), List.copyOf(tables.keySet()));
    assertEquals("NUMBER(38, 0)", tables.getOrDefault("STATE.APP_STATE", Map.of()).get("SEQUENCE"));
  }

  @Test
  void readsEscapes() {
    assertEquals(
        Map.of("a\"\\\n\u00e9", Map.of()),
        ApprovedTables.read(
                "{\"n\": -1.5e3, \"t\": true, \"tables\":"
                    + " [{\"name\": \"a\\\"\\\\\\n\\u00e9\", \"columns\": []}]}")
            .columns());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,",
        "{\"tables\": [}",
        "{\"tables\": []} x",
        "{}",
        "{\"tables\": [1]}"
      })
  void refusesWhatIsNoModel(String json) {
    assertThrows(IllegalArgumentException.class, () -> ApprovedTables.read(json));
  }
}
