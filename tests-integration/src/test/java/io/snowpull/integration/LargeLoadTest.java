package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import io.snowpull.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Loads too large for one statement, in a process with a heap that holds no more than a batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeLoadTest {
  private static final int HEAP_MEGABYTES = 128;
  private static final int ISSUES = 10_000;

  /** Enabling, and two batches; bound rows would take ten. */
  private static final int MOST_STATEMENTS = 80;

  private LocalConnector connector;

  @BeforeAll
  void install(@TempDir Path data) throws Exception {
    SimulatorConfig unlimited = SimulatorConfig.standard().withLimits(1_000_000, 1_000_000);
    connector = LocalConnector.start(data, unlimited, HEAP_MEGABYTES);
    connector.provision(connector.configuration());
  }

  @AfterAll
  void stop() throws SQLException {
    connector.close();
  }

  private JsonNode load(String repository) throws Exception {
    connector.enable(repository);
    JsonNode state = connector.endOfRun(repository);
    assertEquals("DONE", state.path("state").asText(), state::toString);
    return state.path("ingestion");
  }

  private List<List<String>> staged() throws SQLException {
    return connector.asApplication("LIST @GITHUB_CONNECTOR.STATE.STAGED_ROWS");
  }

  @Test
  void goOverTheStageWithFewStatements() throws Exception {
    SimulatedRepository repository =
        connector.gitHub().addRepository("large/staged", IssueSource.generated(ISSUES, 7));
    long before = connector.statements();
    JsonNode report = load("large/staged");
    long statements = connector.statements() - before;
    assertEquals(ISSUES, report.path("rows_count").asInt());
    assertTrue(report.path("extras").path("staged").asInt() >= ISSUES, report::toString);
    assertTrue(statements <= MOST_STATEMENTS, "statements: " + statements);
    assertEquals(List.of(), staged());
    assertEquals(
        Long.toString(ISSUES),
        connector.value("SELECT COUNT(DISTINCT ID) FROM GITHUB.PUBLIC.LARGE_STAGED"));
    String title = repository.issues().get(ISSUES - 1).path("title").asText();
    assertEquals(
        title,
        connector.value(
            "SELECT TITLE FROM GITHUB.PUBLIC.LARGE_STAGED_FLATTENED ORDER BY NUMBER DESC LIMIT 1"));
  }
}
