package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the connector promises to those who call it, in an account that is installed for real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectorContractTest {
  private LocalConnector connector;

  @BeforeAll
  void install(@TempDir Path data) throws IOException, SQLException {
    connector = LocalConnector.start(data);
    assertEquals("Connector provisioned", connector.provision(connector.configuration()));
  }

  @AfterAll
  void stop() throws SQLException {
    connector.close();
  }

  private static void assertFails(String code, String wayOut, Executable call) {
    SQLException failure = assertThrows(SQLException.class, call);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("[" + code + "]"), message);
    assertTrue(message.contains(wayOut), message);
    assertFalse(message.contains(LocalConnector.TOKEN), message);
  }

  private void assertRefused(String code, String wayOut, ObjectNode configuration)
      throws SQLException {
    assertFails(code, wayOut, () -> connector.provision(configuration));
    assertEquals("Connector provisioned", connector.provision(connector.configuration()));
  }

  @Test
  void namesTheMissingKey() throws SQLException {
    ObjectNode configuration = connector.configuration();
    configuration.remove("secret_name");
    assertRefused("CONFIGURATION_KEY_MISSING", "secret_name", configuration);
  }

  @Test
  void toleratesUnknownKeys() throws SQLException {
    assertEquals(
        "Connector provisioned",
        connector.provision(connector.configuration().put("warehouse", "XS")));
  }

  @Test
  void namesAnUnknownSecret() throws SQLException {
    assertRefused(
        "CONNECTION_NOT_BOUND",
        "READ ON SECRET",
        connector.configuration().put("secret_name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.NONE"));
  }

  @Test
  void namesAnUnknownIntegration() throws SQLException {
    assertRefused(
        "CONNECTION_NOT_BOUND",
        "USAGE ON INTEGRATION NONE",
        connector.configuration().put("external_access_integration_name", "NONE"));
  }

  @Test
  void refusesADatabaseOfSomebodyElse() throws SQLException {
    connector.run("CREATE DATABASE IF NOT EXISTS FOREIGN_DATABASE");
    assertRefused(
        "DATABASE_NOT_OWNED",
        "destination_database",
        connector.configuration().put("destination_database", "FOREIGN_DATABASE"));
  }

  @Test
  void refusesToSendTheTokenUnencrypted() throws SQLException {
    assertRefused(
        "API_BASE_URL_INVALID",
        "unencrypted",
        connector.configuration().put("api_base_url", "http://example.com"));
  }

  @Test
  void refusesARunThatCannotBe() throws SQLException {
    assertRefused(
        "CONFIGURATION_INVALID", "from 1 to 20", connector.configuration().put("concurrency", 500));
  }

  @Test
  void refusesWhatIsNotARepository() {
    assertFails("REPOSITORY_NAME_INVALID", "owner/name", () -> connector.enable("no repository"));
    assertFails("REPOSITORY_NAME_INVALID", "owner/name", () -> connector.enable("a/b'; DROP"));
  }

  @Test
  void namesARepositoryThatGitHubDoesNotKnow() {
    assertFails("NOT_FOUND", "Check the spelling", () -> connector.enable("o/unknown"));
  }

  @Test
  void namesARepositoryThatIsNotEnabled() {
    assertFails("RESOURCE_NOT_ENABLED", "ENABLE_RESOURCE", () -> connector.ingest("o/other"));
  }

  @Test
  void ingestsThroughTheTaskThatEnablingCreates() throws IOException, SQLException {
    SimulatedRepository repository =
        connector.gitHub().addRepository("O-1/r.x", IssueSource.generated(250, 1));
    assertEquals("o-1/R.X enabled", connector.enable("o-1/R.X"));
    JsonNode state = connector.endOfRun("O-1/r.x");
    assertEquals("DONE", state.path("state").asText(), state::toString);
    assertEquals("GITHUB.PUBLIC.O_1_R_X", state.path("ingestion").path("table_name").asText());
    assertEquals(250, state.path("ingestion").path("rows_count").asLong());
    assertEquals("250", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.O_1_R_X"));
    long pullRequests =
        repository.issues().stream().filter(issue -> issue.has("pull_request")).count();
    assertEquals(
        Long.toString(pullRequests),
        connector.value("SELECT COUNT_IF(IS_PULL_REQUEST) FROM GITHUB.PUBLIC.O_1_R_X_FLATTENED"));

    repository.update(1, issue -> issue.put("title", "Changed"));
    repository.create("New", issue -> {});
    JsonNode report = connector.ingest("O-1/r.x");
    assertEquals(251, report.path("rows_count").asLong(), report::toString);
    assertEquals(
        List.of(List.of("DONE", "1", "1", "0")),
        connector.asApplication(
            "SELECT STATE, INSERTED, UPDATED, PARKED FROM GITHUB_CONNECTOR.STATE.INGESTION_RUN"
                + " WHERE RUN_ID = ?",
            connector.state("O-1/r.x").path("run_id").asText()));
    assertEquals(
        "Changed",
        connector.value("SELECT TITLE FROM GITHUB.PUBLIC.O_1_R_X_FLATTENED WHERE NUMBER = 1"));
    assertEquals("251", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.O_1_R_X"));

    assertEquals("o-1/r.x enabled", connector.enable("o-1/r.x"));
    assertEquals("251", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.O_1_R_X"));
  }

  @Test
  void asksOnceWhenNothingIsNew() throws IOException, SQLException {
    connector.gitHub().addRepository("o/quiet", IssueSource.generated(20, 2));
    connector.enable("o/quiet");
    connector.endOfRun("o/quiet");
    JsonNode report = connector.ingest("o/quiet");
    assertEquals(1, report.path("extras").path("requests").asLong(), report::toString);
    assertEquals(1, report.path("extras").path("unchanged_answers").asLong(), report::toString);
    assertEquals(20, report.path("rows_count").asLong());
  }

  /** A row that no statement can take goes over the stage. */
  @Test
  void writesARowLargerThanAStatement() throws IOException, SQLException {
    SimulatedRepository repository =
        connector.gitHub().addRepository("o/large", IssueSource.generated(30, 6));
    String body = "\uD83C\uDF89\n\"x\"".repeat(150_000);
    int number = repository.create("Large", issue -> issue.put("body", body));
    connector.enable("o/large");
    JsonNode report = connector.endOfRun("o/large").path("ingestion");
    assertEquals(31, report.path("rows_count").asLong(), report::toString);
    assertEquals(0, report.path("extras").path("parked").asLong(), report::toString);
    assertEquals(
        body,
        connector.value(
            "SELECT RAW:body::VARCHAR FROM GITHUB.PUBLIC.O_LARGE WHERE RAW:number = " + number));
  }

  /** Where there is no stage it is kept whole, and does not stop the others. */
  @Test
  void keepsAsideWhatItCannotWrite() throws IOException, SQLException {
    SimulatedRepository repository =
        connector.gitHub().addRepository("o/poison", IssueSource.generated(30, 6));
    String body = "\uD83C\uDF89\n\"x\"".repeat(150_000);
    int large = repository.create("Large", issue -> issue.put("body", body));
    connector.provision(connector.configuration().put("use_stage", false));
    try {
      connector.enable("o/poison");
      JsonNode report = connector.endOfRun("o/poison").path("ingestion");
      assertEquals(30, report.path("rows_count").asLong(), report::toString);
      assertEquals(31, report.path("extras").path("fetched").asLong(), report::toString);
      assertEquals(1, report.path("extras").path("parked").asLong(), report::toString);
    } finally {
      connector.provision(connector.configuration());
    }
    String parked =
        connector
            .asApplication(
                "SELECT PAYLOAD FROM GITHUB_CONNECTOR.STATE.PARKED_RECORD"
                    + " WHERE REASON LIKE 'It takes % bytes%'")
            .get(0)
            .get(0);
    assertEquals(body, new ObjectMapper().readTree(parked).path("body").textValue());

    repository.update(large, issue -> issue.put("body", "small"));
    assertEquals(31, connector.ingest("o/poison").path("rows_count").asLong());
  }

  @Test
  void keepsRepositoriesOfOneSlugApart() throws IOException, SQLException {
    connector.gitHub().addRepository("a-b/c", IssueSource.generated(3, 3));
    connector.gitHub().addRepository("a/b-c", IssueSource.generated(5, 4));
    connector.enable("a-b/c");
    connector.enable("a/b-c");
    JsonNode first = connector.endOfRun("a-b/c");
    JsonNode second = connector.endOfRun("a/b-c");
    assertEquals(3, first.path("ingestion").path("rows_count").asLong(), first::toString);
    assertEquals(5, second.path("ingestion").path("rows_count").asLong(), second::toString);
  }

  @Test
  void recordsAWrongTokenAndGoesOnOnceItIsMended() throws IOException, SQLException {
    connector.gitHub().addRepository("o/token", IssueSource.generated(4, 5));
    connector.enable("o/token");
    connector.endOfRun("o/token");
    String secret =
        "ALTER SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN SET SECRET_STRING = ";
    connector.run(secret + "'ghp_wrong'");
    try {
      assertFails("TOKEN_REJECTED", "ALTER SECRET", () -> connector.ingest("o/token"));
      JsonNode state = connector.state("o/token");
      assertEquals("FAILED", state.path("state").asText());
      assertEquals("TOKEN_REJECTED", state.path("code").asText());
      assertFalse(state.toString().contains("ghp_wrong"));
      assertFails("TOKEN_REJECTED", "ALTER SECRET", () -> connector.enable("o/token"));
    } finally {
      connector.run(secret + "'" + LocalConnector.TOKEN + "'");
    }
    assertEquals(4, connector.ingest("o/token").path("rows_count").asLong());
  }

  @Test
  void ingestsARealRepository() throws IOException, SQLException {
    Optional<Path> recorded = RepositoryRoot.find().recordedIssues();
    if (recorded.isEmpty()) {
      System.out.println("Skipped: the recorded issues are not at hand (../shared/data/github).");
      return;
    }
    connector.gitHub().addRepository("hub4j/github-api", IssueSource.file(recorded.get()));
    connector.enable("hub4j/github-api");
    JsonNode state = connector.endOfRun("hub4j/github-api");
    assertEquals(471, state.path("ingestion").path("rows_count").asLong(), state::toString);
    assertEquals(
        "278",
        connector.value(
            "SELECT COUNT_IF(IS_PULL_REQUEST) FROM GITHUB.PUBLIC.HUB4J_GITHUB_API_FLATTENED"));
  }
}
