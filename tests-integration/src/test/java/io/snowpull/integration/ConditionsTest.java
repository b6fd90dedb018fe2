package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.simulator.Fault;
import io.snowpull.simulator.FaultPlan;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each condition of {@code MONITORING.CONDITIONS} is brought about, and goes away by its way out.
 * {@code PAUSED}, {@code TOKEN_REJECTED} and {@code RUN_LEFT} are in {@link
 * ConnectorLifecycleTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionsTest {
  private static final String APP = "CALL GITHUB_CONNECTOR.PUBLIC.";
  private static final String VIEW = " FROM GITHUB_CONNECTOR.MONITORING.CONDITIONS ";

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

  @AfterEach
  void mend() {
    connector.gitHub().faults(FaultPlan.none());
  }

  private List<String> conditions(String resource) throws SQLException {
    return connector
        .asApplication(
            "SELECT CONDITION" + VIEW + "WHERE RESOURCE = ? ORDER BY CONDITION", resource)
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** Those of the connector as a whole. */
  private List<String> conditions() throws SQLException {
    return connector.asApplication("SELECT CONDITION" + VIEW + "WHERE RESOURCE IS NULL").stream()
        .map(row -> row.get(0))
        .toList();
  }

  private String told(String column, String condition) throws SQLException {
    return connector
        .asApplication("SELECT " + column + VIEW + "WHERE CONDITION = ?", condition)
        .get(0)
        .get(0);
  }

  private SimulatedRepository enabled(String name) throws IOException, SQLException {
    SimulatedRepository repository =
        connector.gitHub().addRepository(name, IssueSource.generated(3, 1));
    connector.enable(name);
    assertEquals("DONE", connector.endOfRun(name).path("state").asText());
    assertEquals(List.of(), conditions(name));
    return repository;
  }

  /** From now on GitHub answers so, wherever the repository is asked for. */
  private void answering(SimulatedRepository repository, int status, String body) {
    Fault fault =
        new Fault.Status(status, Map.of("content-type", "application/json; charset=utf-8"), body);
    String number = "/repositories/" + repository.id();
    connector
        .gitHub()
        .faults(request -> request.path().contains(number) ? Optional.of(fault) : Optional.empty());
  }

  @Test
  void tokenExpiring() throws SQLException {
    String soon =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().plusSeconds(5 * 86_400));
    Fault ending =
        new Fault.Status(
            200,
            Map.of(
                "content-type", "application/json; charset=utf-8",
                "x-ratelimit-limit", "5000",
                "x-ratelimit-remaining", "4000",
                "github-authentication-token-expiration", soon),
            "{\"resources\": {\"core\": {\"limit\": 5000, \"remaining\": 4000, \"reset\": 0}}}");
    connector.gitHub().faults(request -> Optional.of(ending));
    connector.value(APP + "TEST_CONNECTION()");
    assertEquals(List.of("TOKEN_EXPIRING"), conditions());
    assertTrue(told("DETAIL", "TOKEN_EXPIRING").contains(soon.substring(0, 10)));
    connector.gitHub().faults(FaultPlan.none());
    connector.value(APP + "TEST_CONNECTION()");
    assertEquals(List.of(), conditions());
  }

  /** An upgrade attaches the connection again; what it may not use then is said, not raised. */
  @Test
  void connectionNotBound() throws SQLException {
    String right = " READ ON SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN ";
    connector.run("REVOKE" + right + "FROM APPLICATION GITHUB_CONNECTOR");
    connector.asApplication("CALL GITHUB_CONNECTOR.CORE.REBIND_CONNECTION()");
    assertEquals(List.of("CONNECTION_NOT_BOUND"), conditions());
    assertTrue(told("WAY_OUT", "CONNECTION_NOT_BOUND").contains("UPDATE_CONNECTION"));
    connector.run("GRANT" + right + "TO APPLICATION GITHUB_CONNECTOR");
    connector.value(APP + "UPDATE_CONNECTION(PARSE_JSON(?))", "{}");
    assertEquals(List.of(), conditions());
  }

  @Test
  void repositoryGone() throws IOException, SQLException {
    SimulatedRepository repository = enabled("o/gone");
    answering(repository, 404, "{\"message\": \"Not Found\"}");
    assertThrows(SQLException.class, () -> connector.ingest("o/gone"));
    assertEquals(List.of("REPOSITORY_GONE"), conditions("o/gone"));
    connector.gitHub().faults(FaultPlan.none());
    connector.ingest("o/gone");
    assertEquals(List.of(), conditions("o/gone"));
  }

  @Test
  void runFailed() throws IOException, SQLException {
    SimulatedRepository repository = enabled("o/failed");
    answering(repository, 200, "<html>");
    assertThrows(SQLException.class, () -> connector.ingest("o/failed"));
    assertEquals(List.of("RUN_FAILED"), conditions("o/failed"));
    connector.value(APP + "DISABLE_RESOURCE(?)", "o/failed");
    assertEquals(List.of(), conditions("o/failed"));
    connector.value(APP + "RESUME_RESOURCE(?)", "o/failed");
    connector.gitHub().faults(FaultPlan.none());
    connector.ingest("o/failed");
    assertEquals(List.of(), conditions("o/failed"));
  }

  @Test
  void runLate() throws IOException, SQLException {
    enabled("o/late");
    backdate("o/late");
    assertEquals(List.of("RUN_LATE"), conditions("o/late"));
    assertTrue(told("DETAIL", "RUN_LATE").contains("180 minutes ago"), told("DETAIL", "RUN_LATE"));
    // One that was stopped is not late as soon as it goes on.
    connector.value(APP + "DISABLE_RESOURCE(?)", "o/late");
    connector.value(APP + "RESUME_RESOURCE(?)", "o/late");
    assertEquals(List.of(), conditions("o/late"));
    backdate("o/late");
    assertEquals(List.of("RUN_LATE"), conditions("o/late"));
    connector.ingest("o/late");
    assertEquals(List.of(), conditions("o/late"));
  }

  /** A task that never began, as without a warehouse. */
  @Test
  void runLateThoughNoneWasEverComplete() throws IOException, SQLException {
    enabled("o/never");
    connector.asApplication("DELETE FROM GITHUB_CONNECTOR.STATE.APP_STATE WHERE KEY = 'o/never'");
    assertEquals(List.of(), conditions("o/never"));
    backdate("o/never");
    assertEquals(List.of("RUN_LATE"), conditions("o/never"));
    assertTrue(told("DETAIL", "RUN_LATE").startsWith("No run was completed"));
    connector.ingest("o/never");
    assertEquals(List.of(), conditions("o/never"));
  }

  /** Makes all that is known of the repository three hours older. */
  private void backdate(String resource) throws SQLException {
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.APP_STATE SET TIMESTAMP = DATEADD('HOUR', -3, SYSDATE())"
            + " WHERE KEY = ?",
        resource);
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.RESOURCE_CONFIGURATION"
            + " SET VALUE = OBJECT_INSERT(VALUE::OBJECT, 'enabled_at',"
            + " TO_CHAR(DATEADD('HOUR', -4, SYSDATE()), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), TRUE)"
            + " WHERE KEY = ?",
        resource);
  }

  @Test
  void rowsKeptAside() throws IOException, SQLException {
    SimulatedRepository repository = enabled("o/aside");
    int large = repository.create("Large", issue -> issue.put("body", "x\"".repeat(500_000)));
    connector.provision(connector.configuration().put("use_stage", false));
    try {
      connector.ingest("o/aside");
      assertEquals(List.of("ROWS_KEPT_ASIDE"), conditions("o/aside"));
      assertTrue(told("DETAIL", "ROWS_KEPT_ASIDE").startsWith("1 row"));
      repository.update(large, issue -> issue.put("body", "small"));
      connector.ingest("o/aside");
      assertEquals(List.of(), conditions("o/aside"));

      int other = repository.create("Other", issue -> issue.put("body", "y\"".repeat(500_000)));
      connector.ingest("o/aside");
      assertEquals(List.of("ROWS_KEPT_ASIDE"), conditions("o/aside"));
      String before = connector.state("o/aside").path("run_id").asText();
      connector.value(APP + "FULL_RELOAD(?)", "o/aside");
      connector.endOfRunAfter("o/aside", before);
      assertEquals(List.of("ROWS_KEPT_ASIDE"), conditions("o/aside"), "still too large: " + other);
    } finally {
      connector.provision(connector.configuration());
    }
    String before = connector.state("o/aside").path("run_id").asText();
    connector.value(APP + "FULL_RELOAD(?)", "o/aside");
    assertFalse(connector.endOfRunAfter("o/aside", before).isMissingNode());
    assertEquals(List.of(), conditions("o/aside"));
  }
}
