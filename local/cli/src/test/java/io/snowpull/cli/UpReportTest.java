package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpReportTest {
  private static final RepositoryOutcome DONE =
      new RepositoryOutcome(
          "a/b", "GITHUB.PUBLIC.A_B", "GITHUB.PUBLIC.A_B_FLATTENED", "DONE", 471, 5, 1.25, null);

  @Test
  void jsonHasTheDocumentedKeysInOrder() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(report(DONE).toJson());
    assertEquals(
        List.of("repositories", "jdbc_url", "user", "password", "connection_file"), keys(json));
    assertEquals(
        List.of("repository", "table", "view", "state", "rows", "requests", "seconds", "reason"),
        keys(json.at("/repositories/0")));
    assertTrue(json.at("/repositories/0/reason").isNull());
    assertEquals(471, json.at("/repositories/0/rows").asInt());
  }

  @Test
  void allDoneMeansEveryOne() {
    assertTrue(report(DONE).isAllDone());
    assertFalse(report(DONE, RepositoryOutcome.failed("c/d", "no")).isAllDone());
  }

  @Test
  void textSaysWhatHappenedAndHowToConnect() {
    String text = report(DONE, RepositoryOutcome.failed("c/d", "not\nthere")).toText();
    assertTrue(text.contains("a/b         DONE    471"), text);
    assertTrue(text.contains("not there"), text);
    assertTrue(text.contains("SELECT * FROM GITHUB.PUBLIC.A_B_FLATTENED LIMIT 5"), text);
    assertTrue(text.contains("jdbc:snowflake://http://127.0.0.1:1"), text);
  }

  private static UpReport report(RepositoryOutcome... outcomes) {
    return new UpReport(
        List.of(outcomes), "jdbc:snowflake://http://127.0.0.1:1", "u", "p", "/d/connections.toml");
  }

  private static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
