package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.simulator.IssueSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What people do with repositories after they were enabled, in an account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleTest {
  private static final String APP = "CALL GITHUB_CONNECTOR.PUBLIC.";

  private LocalConnector connector;

  @BeforeAll
  void install(@TempDir Path data) throws IOException, SQLException {
    connector = LocalConnector.start(data);
    connector.provision(connector.configuration());
  }

  @AfterAll
  void stop() throws SQLException {
    connector.close();
  }

  private String call(String procedure, String resource) throws SQLException {
    return connector.value(APP + procedure + "(?)", resource);
  }

  private JsonNode enableMany(String request) throws SQLException, IOException {
    return new ObjectMapper()
        .readTree(connector.value(APP + "ENABLE_RESOURCES(PARSE_JSON(?))", request));
  }

  private JsonNode listed(String resource) throws SQLException, IOException {
    JsonNode list = new ObjectMapper().readTree(connector.value(APP + "LIST_RESOURCES()"));
    return StreamSupport.stream(list.spliterator(), false)
        .filter(entry -> entry.path("resource").asText().equals(resource))
        .findFirst()
        .orElseGet(() -> new ObjectMapper().createObjectNode());
  }

  /** State and schedule of a task. */
  private List<String> task(String name) throws SQLException {
    return connector
        .asApplication(
            "SHOW TASKS LIKE ? IN SCHEMA GITHUB_CONNECTOR.TASKS".replace("?", quoted(name)))
        .stream()
        .map(row -> List.of(row.get(10), row.get(8)))
        .findFirst()
        .orElse(List.of());
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }

  private static void assertFails(String code, String wayOut, Executable call) {
    SQLException failure = assertThrows(SQLException.class, call);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("[" + code + "]"), message);
    assertTrue(message.contains(wayOut), message);
  }

  private static List<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(entry -> entry.isTextual() ? entry.asText() : entry.path("resource").asText())
        .toList();
  }

  @Test
  void disablesAndResumes() throws IOException, SQLException {
    connector.gitHub().addRepository("l/stops", IssueSource.generated(5, 1));
    connector.enable("l/stops");
    connector.endOfRun("l/stops");
    assertEquals("l/stops disabled", call("DISABLE_RESOURCE", "L/Stops"));
    assertEquals("l/stops disabled", call("DISABLE_RESOURCE", "l/stops"));
    assertEquals(List.of("suspended", "30 MINUTES"), task("INGEST_L_STOPS"));
    assertEquals("suspended", task("RECONCILE_L_STOPS").get(0));
    assertEquals("DISABLED", listed("l/stops").path("status").asText());
    assertEquals(5, listed("l/stops").path("rows_count").asInt());
    assertFails("RESOURCE_DISABLED", "RESUME_RESOURCE", () -> call("RUN_NOW", "l/stops"));

    assertEquals("l/stops resumed", call("RESUME_RESOURCE", "l/stops"));
    assertEquals("l/stops resumed", call("RESUME_RESOURCE", "l/stops"));
    assertEquals("started", task("INGEST_L_STOPS").get(0));
    assertEquals("ENABLED", listed("l/stops").path("status").asText());
  }

  @Test
  void runsNowAndReloads() throws IOException, SQLException {
    connector.gitHub().addRepository("l/again", IssueSource.generated(30, 2));
    connector.enable("l/again");
    String first = connector.endOfRun("l/again").path("run_id").asText();
    assertEquals("l/again runs", call("RUN_NOW", "l/again"));
    JsonNode second = connector.endOfRunAfter("l/again", first);
    assertEquals(0, second.path("ingestion").path("extras").path("fetched").asInt());

    assertEquals("l/again is read again from the start", call("FULL_RELOAD", "l/again"));
    JsonNode third = connector.endOfRunAfter("l/again", second.path("run_id").asText());
    JsonNode extras = third.path("ingestion").path("extras");
    assertTrue(extras.path("fetched").asInt() >= 30, third::toString);
    assertEquals(0, extras.path("inserted").asInt(), third::toString);
    assertEquals(30, third.path("ingestion").path("rows_count").asInt());
  }

  @Test
  void schedulesByIntervalAndByCron() throws IOException, SQLException {
    connector.gitHub().addRepository("l/when", IssueSource.generated(1, 3));
    connector.enable("l/when");
    String set = APP + "SET_SCHEDULE(?, ?)";
    assertEquals("l/when scheduled: 120 MINUTES", connector.value(set, "l/when", "2 hours"));
    assertEquals(List.of("started", "120 MINUTES"), task("INGEST_L_WHEN"));
    connector.value(set, "l/when", "using cron  5 * * * *  Europe/Berlin");
    assertEquals(List.of("started", "USING CRON 5 * * * * Europe/Berlin"), task("INGEST_L_WHEN"));
    assertEquals("USING CRON 5 * * * * Europe/Berlin", listed("l/when").path("schedule").asText());
    assertFails("SCHEDULE_INVALID", "30 MINUTES", () -> connector.value(set, "l/when", "daily"));
    assertFails(
        "SCHEDULE_INVALID",
        "USING CRON",
        () -> connector.value(set, "l/when", "USING CRON 99 * * * * UTC"));
    assertEquals("started", task("INGEST_L_WHEN").get(0));

    connector.enable("l/when");
    assertEquals(List.of("started", "USING CRON 5 * * * * Europe/Berlin"), task("INGEST_L_WHEN"));
    call("DISABLE_RESOURCE", "l/when");
    connector.value(set, "*", "USING CRON 0,30 * * * * UTC");
    assertEquals(List.of("suspended", "USING CRON 0,30 * * * * UTC"), task("INGEST_L_WHEN"));
  }

  @Test
  void deletesWithItsDataOrWithout() throws IOException, SQLException {
    connector.gitHub().addRepository("l-d/x", IssueSource.generated(7, 4));
    connector.gitHub().addRepository("l/d-x", IssueSource.generated(8, 5));
    connector.enable("l-d/x");
    connector.endOfRun("l-d/x");
    String delete = APP + "DELETE_RESOURCE(?, ?)";
    assertEquals(
        "l-d/x deleted, its data kept in GITHUB.PUBLIC.L_D_X", call("DELETE_RESOURCE", "l-d/x"));
    assertEquals(List.of(), task("INGEST_L_D_X"));
    assertTrue(listed("l-d/x").isEmpty());
    assertEquals("7", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.L_D_X"));
    assertFails("RESOURCE_NOT_ENABLED", "ENABLE_RESOURCE", () -> call("RUN_NOW", "l-d/x"));

    // The other repository of that slug does not get the table that was left.
    connector.enable("l/d-x");
    connector.endOfRun("l/d-x");
    assertEquals("7", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.L_D_X"));

    connector.enable("l-d/x");
    assertEquals("ENABLED", listed("l-d/x").path("status").asText());
    connector.endOfRun("l-d/x");
    assertEquals("l-d/x deleted with its data", connector.value(delete, "l-d/x", true));
    assertEquals("l-d/x was not there", connector.value(delete, "l-d/x", true));
    assertThrows(
        SQLException.class, () -> connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.L_D_X"));
    connector.enable("l-d/x");
    String table = listed("l-d/x").path("table").asText();
    connector.ingest("l-d/x");
    assertEquals("7", connector.value("SELECT COUNT(*) FROM " + table));
  }

  @Test
  void enablesAllOfAnOwner() throws IOException, SQLException {
    for (String name : List.of("api", "api-old", "site", "mirror", "quiet")) {
      connector.gitHub().addRepository("owner/" + name, IssueSource.generated(2, 6));
    }
    connector.gitHub().repository("owner/api-old").describe(json -> json.put("archived", true));
    connector.gitHub().repository("owner/mirror").describe(json -> json.put("fork", true));
    connector.gitHub().repository("owner/quiet").describe(json -> json.put("has_issues", false));
    connector.gitHub().addRepository("else/where", IssueSource.generated(2, 7));

    assertFails(
        "RESOURCES_INVALID",
        "owner/nothing",
        () -> enableMany("{\"resources\": [\"else/where\", \"owner/nothing\", \"nobody/*\"]}"));
    assertTrue(listed("else/where").isEmpty());
    assertFails("REQUEST_INVALID", "resources", () -> enableMany("{\"repos\": []}"));

    String request = "{\"resources\": [\"owner/*\", \"else/where\"], \"exclude\": [\"s*e\"]";
    JsonNode plan = enableMany(request + ", \"dry_run\": true}");
    assertEquals(List.of("owner/api", "else/where"), names(plan.path("enabled")));
    assertTrue(listed("else/where").isEmpty());

    JsonNode done = enableMany(request + ", \"archived\": true, \"schedule\": \"1 hour\"}");
    assertEquals(List.of("owner/api", "owner/api-old", "else/where"), names(done.path("enabled")));
    assertEquals(List.of("owner/mirror", "owner/quiet", "owner/site"), names(done.path("skipped")));
    assertEquals(List.of("started", "60 MINUTES"), task("INGEST_OWNER_API_OLD"));
    JsonNode again = enableMany(request + "}");
    assertEquals(List.of("owner/api", "else/where"), names(again.path("unchanged")));
    assertEquals(List.of(), names(again.path("enabled")));
  }

  @Test
  void pausesAllAndResumesWhatWasEnabled() throws IOException, SQLException {
    connector.gitHub().addRepository("p/on", IssueSource.generated(1, 8));
    connector.gitHub().addRepository("p/off", IssueSource.generated(1, 9));
    connector.enable("p/on");
    connector.enable("p/off");
    call("DISABLE_RESOURCE", "p/off");
    try {
      assertTrue(connector.value(APP + "PAUSE_CONNECTOR()").startsWith("Connector paused"));
      assertEquals("suspended", task("INGEST_P_ON").get(0));
      assertFails("CONNECTOR_PAUSED", "RESUME_CONNECTOR", () -> connector.enable("p/on"));
      assertFails("CONNECTOR_PAUSED", "RESUME_CONNECTOR", () -> call("RUN_NOW", "p/on"));
    } finally {
      assertTrue(connector.value(APP + "RESUME_CONNECTOR()").startsWith("Connector resumed"));
    }
    assertEquals("started", task("INGEST_P_ON").get(0));
    assertEquals("suspended", task("INGEST_P_OFF").get(0));
  }
}
