package io.snowpull.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class JourneyTest {
  private static final String RECORDED =
      "shared/data/github/hub4j-github-api-issues-2019-10-04.ndjson";
  private static final String COUNT = "SELECT COUNT(*) FROM GITHUB.PUBLIC.ACME_WIDGETS";
  private static final int MANY = 2_500;
  private static final long NO_TABLE = -1;

  @TempDir Path directory;

  @Test
  void ingestsARealRepositoryAndAnswersQuestions() throws Exception {
    CommandLine snowpull = new CommandLine(directory.resolve("data"));
    var up = snowpull.upOnce("hub4j/github-api", recorded());
    assertEquals(0, up.status(), up::toString);
    JsonNode repository = up.json().at("/repositories/0");
    assertEquals("DONE", repository.path("state").asText());
    assertEquals(471, repository.path("rows").asInt());
    assertEquals("GITHUB.PUBLIC.HUB4J_GITHUB_API", repository.path("table").asText());
    var counted =
        snowpull.csv(
            "SELECT COUNT(*), COUNT_IF(IS_PULL_REQUEST)"
                + " FROM GITHUB.PUBLIC.HUB4J_GITHUB_API_FLATTENED");
    assertEquals(
        "471,278", counted.out().lines().skip(1).findFirst().orElse(""), counted::toString);
  }

  @Test
  void aKilledRunEndsInTheSameRowsWhenStartedAgain() throws Exception {
    CommandLine snowpull = new CommandLine(directory.resolve("data"));
    Path issues = generated();
    Process killed = snowpull.startUp("acme/widgets", issues);
    try {
      awaitRun(snowpull, killed);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    var again = snowpull.upOnce("acme/widgets", issues);
    assertEquals(0, again.status(), again::toString);
    assertEquals(MANY, again.json().at("/repositories/0/rows").asInt());
    var patches = snowpull.csv("SHOW VERSIONS IN APPLICATION PACKAGE GITHUB_CONNECTOR_PACKAGE");
    assertEquals(2, patches.out().lines().count(), "the same content makes no patch: " + patches);
  }

  /**
   * Asks until the sink is there, so that the run reads; every question is answered by a plain JDBC
   * connection. Rows come later and all at once, since so many go over the stage.
   */
  private static void awaitRun(CommandLine snowpull, Process up) throws IOException {
    long rows = NO_TABLE;
    while (rows == NO_TABLE) {
      assertTrue(up.isAlive(), "./snowpull up ended before it had ingested anything");
      rows = snowpull.isUp() ? rows(snowpull) : NO_TABLE;
      Thread.onSpinWait();
    }
    assertTrue(rows < MANY, "the run was over before it could be killed");
  }

  private static long rows(CommandLine snowpull) throws IOException {
    String url = "jdbc:snowflake://http://127.0.0.1:" + snowpull.connection("port");
    try (Connection connection =
            DriverManager.getConnection(
                url + "/?account=local",
                snowpull.connection("user"),
                snowpull.connection("password"));
        Statement statement = connection.createStatement()) {
      return poll(statement);
    } catch (SQLException e) {
      return NO_TABLE;
    }
  }

  /** One session is enough: the table comes into being while it asks. */
  private static long poll(Statement statement) throws SQLException {
    for (int question = 0; question < 10_000; question++) {
      try (ResultSet rows = statement.executeQuery(COUNT)) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLException notYet) {
        if (notYet.getErrorCode() != 2003) {
          throw notYet;
        }
      }
    }
    return NO_TABLE;
  }

  private Path generated() throws IOException {
    try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.standard())) {
      List<String> lines =
          simulator.addRepository("acme/widgets", IssueSource.generated(MANY, 3)).issues().stream()
              .map(ObjectNode::toString)
              .toList();
      return Files.write(directory.resolve("issues.ndjson"), lines);
    }
  }

  private static Path recorded() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve(RECORDED);
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    System.out.println("Skipped: no recorded issues at ../" + RECORDED);
    return abort("no recorded issues at ../" + RECORDED);
  }
}
