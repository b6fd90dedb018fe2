package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
  private static final String SINK = "GITHUB.PUBLIC.O_R";

  @Test
  void findsWhatNoChangeTells(@TempDir Path folder) throws IOException, SQLException {
    try (LocalConnector connector = LocalConnector.start(folder)) {
      SimulatedRepository repository =
          connector.gitHub().addRepository("o/r", IssueSource.generated(230, 1));
      connector.provision(connector.configuration());
      connector.enable("o/r");
      assertEquals("DONE", connector.endOfRun("o/r").path("state").asText());
      String tasks =
          connector
              .asApplication("SHOW TASKS LIKE 'RECONCILE_O_R' IN SCHEMA GITHUB_CONNECTOR.TASKS")
              .toString();
      assertTrue(tasks.contains("1440 MINUTES") && tasks.contains("started"), tasks);

      JsonNode nothing = reconcile(connector).path("extras");
      assertEquals("3 230 230 0 0 0", numbers(nothing, "pages", "fetched", "unchanged"));

      repository.delete(3);
      repository.transfer(150, connector.gitHub().addRepository("o/elsewhere"));
      String time = repository.issues().get(6).path("updated_at").asText();
      int relabelled = repository.issues().get(6).path("number").asInt();
      repository.update(
          relabelled,
          issue -> issue.put("updated_at", time).putArray("labels").addObject().put("name", "new"));
      connector.gitHub().rename("o/r", "o/renamed");

      JsonNode found = reconcile(connector).path("extras");
      assertEquals("3 228 227 0 1 2", numbers(found, "pages", "fetched", "unchanged"));
      assertEquals("o/renamed", found.path("renamed_to").asText());
      assertEquals(
          List.of(List.of("3", "DELETED"), List.of("150", "TRANSFERRED")),
          connector.asApplication(
              "SELECT NUMBER, DELETED_REASON FROM GITHUB.PUBLIC.O_R_FLATTENED"
                  + " WHERE DELETED_AT IS NOT NULL ORDER BY NUMBER"));
      assertEquals(
          "new",
          connector
              .asApplication(
                  "SELECT RAW['labels'][0]['name']::VARCHAR FROM "
                      + SINK
                      + " WHERE RAW['number'] = "
                      + relabelled)
              .get(0)
              .get(0));
      assertEquals(
          List.of(List.of("INGESTION", "null"), List.of("RECONCILIATION", "2")),
          connector.asApplication(
              "SELECT KIND, MAX(MARKED_DELETED) FROM GITHUB_CONNECTOR.STATE.INGESTION_RUN"
                  + " GROUP BY KIND ORDER BY KIND"));
      assertTrue(
          connector
              .asApplication("SELECT VALUE FROM GITHUB_CONNECTOR.STATE.RESOURCE_CONFIGURATION")
              .toString()
              .contains("\"current_name\":\"o/renamed\""));

      assertEquals(
          "3 228 228 0 0 0",
          numbers(reconcile(connector).path("extras"), "pages", "fetched", "unchanged"));
      assertEquals("230", connector.ingest("o/r").path("rows_count").asText());
    }
  }

  /** As {@link #findsWhatNoChangeTells}, with nothing prepared: whatever happened is found. */
  @Test
  void equalsARepositoryThatChangedWhileItWasRead(@TempDir Path folder)
      throws IOException, SQLException {
    try (LocalConnector connector = LocalConnector.start(folder)) {
      SimulatedRepository repository =
          connector.gitHub().addRepository("o/r", IssueSource.generated(900, 2));
      connector.provision(connector.configuration());
      connector.gitHub().live("o/r", 3);
      connector.enable("o/r");
      assertEquals("DONE", connector.endOfRun("o/r").path("state").asText());
      connector.ingest("o/r");
      reconcile(connector);
      assertTrue(connector.gitHub().rest() > 10);
      connector.ingest("o/r");
      reconcile(connector);
      ObjectMapper json = new ObjectMapper();
      Map<Long, JsonNode> truth = new HashMap<>();
      repository.issues().forEach(issue -> truth.put(issue.path("id").asLong(), issue));
      Map<Long, JsonNode> rows = new HashMap<>();
      for (List<String> row :
          connector.asApplication(
              "SELECT ID, TO_JSON(RAW) FROM " + SINK + " WHERE DELETED_AT IS NULL")) {
        rows.put(Long.parseLong(row.get(0)), json.readTree(row.get(1)));
      }
      assertEquals(truth, rows);
    }
  }

  private static String numbers(JsonNode extras, String... first) {
    StringBuilder text = new StringBuilder();
    for (String key : first) {
      text.append(extras.path(key).asText()).append(' ');
    }
    for (String key : List.of("inserted", "updated", "marked_deleted")) {
      text.append(extras.path(key).asText()).append(' ');
    }
    return text.toString().strip();
  }

  private static JsonNode reconcile(LocalConnector connector) throws SQLException, IOException {
    return new ObjectMapper()
        .readTree(connector.value("CALL GITHUB_CONNECTOR.PUBLIC.RECONCILE_RESOURCE('o/r')"));
  }
}
