package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedApp;
import io.snowpull.simulator.SimulatedRepository;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceOptionsTest {
  private static final String ENABLE =
      "CALL GITHUB_CONNECTOR.PUBLIC.ENABLE_RESOURCE(?, PARSE_JSON(?))";
  private static final KeyPair APP_KEY = keyPair();

  private static LocalConnector connector;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException {
    connector =
        LocalConnector.start(
            folder,
            SimulatorConfig.standard().withApp(new SimulatedApp("7", 9, APP_KEY.getPublic())));
    connector.provision(connector.configuration());
  }

  @AfterAll
  static void stop() throws SQLException {
    connector.close();
  }

  @Test
  void leavesOutPullRequestsAndWhatIsOlder() throws IOException, SQLException {
    SimulatedRepository repository =
        connector.gitHub().addRepository("o/options", IssueSource.generated(120, 1));
    Instant start = Instant.parse(repository.issues().get(60).path("updated_at").asText());
    long expected =
        repository.issues().stream()
            .filter(issue -> !issue.has("pull_request"))
            .filter(issue -> !Instant.parse(issue.path("updated_at").asText()).isBefore(start))
            .count();
    connector.value(
        ENABLE,
        "o/options",
        "{\"include_pull_requests\": false, \"start_date\": \"" + start + "\"}");
    JsonNode state = connector.endOfRun("o/options");
    assertEquals("DONE", state.path("state").asText(), state::toString);
    assertEquals(expected, state.at("/ingestion/rows_count").asLong(), state::toString);
    assertTrue(state.at("/ingestion/extras/skipped").asLong() > 0, state::toString);
    // Enabling again without options keeps them.
    connector.enable("o/options");
    assertEquals(expected, connector.ingest("o/options").path("rows_count").asLong());
  }

  @Test
  void goesOnInTheNextRunWhenTheRequestsAreUsedUp() throws IOException, SQLException {
    connector.gitHub().addRepository("o/budget", IssueSource.generated(950, 1));
    connector.value(ENABLE, "o/budget", "{\"requests_per_run\": 5}");
    JsonNode state = connector.endOfRun("o/budget");
    assertEquals("CONTINUES", state.path("state").asText(), state::toString);
    assertEquals(5, state.at("/ingestion/extras/requests").asLong(), state::toString);
    long rows = 0;
    for (int runs = 0; runs < 6 && rows < 950; runs++) {
      rows = connector.ingest("o/budget").path("rows_count").asLong();
    }
    assertEquals(950, rows);
  }

  @Test
  void namesAnOptionThatThereIsNot() throws IOException {
    connector.gitHub().addRepository("o/wrong", IssueSource.generated(1, 1));
    for (String[] wrong :
        new String[][] {
          {"{\"since\": 1}", "There is no option 'since'. Use start_date, requests_per_run,"},
          {
            "{\"start_date\": \"yesterday\"}", "Option 'start_date' is \"yesterday\". Make it a day"
          },
          {"{\"requests_per_run\": 1}", "Option 'requests_per_run' is 1. Make it"},
          {"{\"include_pull_requests\": \"no\"}", "'include_pull_requests' is \"no\". Make it"},
          {"[]", "The options are []. Pass them as"}
        }) {
      SQLException refused =
          assertThrows(SQLException.class, () -> connector.value(ENABLE, "o/wrong", wrong[0]));
      assertTrue(String.valueOf(refused.getMessage()).contains(wrong[1]), refused.getMessage());
      assertTrue(
          String.valueOf(refused.getMessage()).contains("[OPTION_INVALID]"), refused.getMessage());
    }
  }

  @Test
  void estimatesWithoutCreatingAnything() throws IOException, SQLException {
    connector.gitHub().addRepository("o/estimate", IssueSource.generated(1_234, 1));
    JsonNode estimate =
        new ObjectMapper()
            .readTree(
                connector.value("CALL GITHUB_CONNECTOR.PUBLIC.ESTIMATE_RESOURCE('O/Estimate')"));
    assertEquals("o/estimate", estimate.path("repository").asText());
    assertEquals(1_234, estimate.path("issues").asLong());
    assertTrue(estimate.path("exact").asBoolean());
    assertEquals(19, estimate.path("requests").asLong(), estimate::toString);
    assertTrue(estimate.path("requests_left").asLong() > 0, estimate::toString);
    assertEquals(
        "0",
        connector
            .asApplication(
                "SELECT COUNT(*) FROM GITHUB_CONNECTOR.STATE.RESOURCE_CONFIGURATION"
                    + " WHERE KEY = 'o/estimate'")
            .get(0)
            .get(0));
  }

  @Test
  void readsAsAGitHubApp(@TempDir Path folder) throws IOException, SQLException {
    SimulatorConfig config =
        SimulatorConfig.standard().withApp(new SimulatedApp("7", 9, APP_KEY.getPublic()));
    try (LocalConnector own = LocalConnector.start(folder, config)) {
      String key =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(APP_KEY.getPrivate().getEncoded())
              + "\n-----END PRIVATE KEY-----\n";
      ObjectNode app =
          JsonNodeFactory.instance
              .objectNode()
              .put("app_id", 7)
              .put("installation_id", 9)
              .put("private_key", key);
      own.run(
          "ALTER SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN SET SECRET_STRING = $$"
              + app
              + "$$");
      own.gitHub().addRepository("o/app", IssueSource.generated(40, 1));
      own.provision(own.configuration());
      own.enable("o/app");
      JsonNode state = own.endOfRun("o/app");
      assertEquals("DONE", state.path("state").asText(), state::toString);
      assertEquals(40, state.at("/ingestion/rows_count").asLong());
      // One request for a token of an hour, one for what is new: an app's tokens change.
      assertTrue(own.ingest("o/app").at("/extras/requests").asLong() <= 2);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
