package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.simulator.IssueSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector as a whole and its views, in an account. */
class ConnectorLifecycleTest {
  private static final String APP = "CALL GITHUB_CONNECTOR.PUBLIC.";
  private static final String SECRET =
      "ALTER SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN SET SECRET_STRING = ";

  private LocalConnector connector;

  @BeforeEach
  void install(@TempDir Path data) throws IOException, SQLException {
    connector = LocalConnector.start(data);
  }

  @AfterEach
  void stop() throws SQLException {
    connector.close();
  }

  private JsonNode call(String call, @Nullable Object... binds) throws SQLException, IOException {
    return new ObjectMapper().readTree(connector.value(APP + call, binds));
  }

  private List<String> conditions() throws SQLException {
    return connector
        .value(
            "SELECT COALESCE(LISTAGG(CONDITION, ',') WITHIN GROUP (ORDER BY CONDITION), '')"
                + " FROM GITHUB_CONNECTOR.MONITORING.CONDITIONS")
        .lines()
        .toList();
  }

  private static Set<String> missing(JsonNode prerequisites) {
    return StreamSupport.stream(prerequisites.spliterator(), false)
        .filter(entry -> !entry.path("done").asBoolean())
        .peek(entry -> assertFalse(entry.path("way_out").asText().isEmpty(), entry::toString))
        .map(entry -> entry.path("prerequisite").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void saysWhatIsMissingUntilNothingIs() throws IOException, SQLException {
    assertEquals(
        Set.of("CONNECTION_TESTED", "PROVISIONED", "RESOURCE_ENABLED"),
        missing(call("PREREQUISITES()")));
    connector.run("REVOKE EXECUTE TASK ON ACCOUNT FROM APPLICATION GITHUB_CONNECTOR");
    assertTrue(missing(call("PREREQUISITES()")).contains("EXECUTE TASK"));
    connector.run("GRANT EXECUTE TASK ON ACCOUNT TO APPLICATION GITHUB_CONNECTOR");
    assertEquals("NOT_PROVISIONED", call("CONNECTOR_STATUS()").path("status").asText());

    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
    connector.enable("o/r");
    connector.endOfRun("o/r");
    JsonNode test = call("TEST_CONNECTION(?)", "o/r");
    assertTrue(test.path("ok").asBoolean(), test::toString);
    assertEquals(Set.of(), missing(call("PREREQUISITES()")));
    JsonNode status = call("CONNECTOR_STATUS()");
    assertEquals("RUNNING", status.path("status").asText(), status::toString);
    assertEquals(1, status.path("resources").path("ENABLED").asInt());
  }

  @Test
  void testsTheConnectionAndChangesIt() throws IOException, SQLException {
    SQLException early = assertThrows(SQLException.class, () -> call("TEST_CONNECTION()"));
    assertTrue(String.valueOf(early.getMessage()).contains("[NOT_PROVISIONED]"));
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
    JsonNode good = call("TEST_CONNECTION()");
    assertTrue(good.path("ok").asBoolean(), good::toString);
    assertTrue(good.path("remaining").asLong() > 0, good::toString);
    assertEquals("NOT_FOUND", call("TEST_CONNECTION(?)", "o/none").path("code").asText());

    connector.run(SECRET + "'ghp_wrong'");
    JsonNode bad = call("TEST_CONNECTION()");
    assertFalse(bad.path("ok").asBoolean());
    assertEquals("TOKEN_REJECTED", bad.path("code").asText());
    assertFalse(bad.toString().contains("ghp_wrong"));
    connector.run(
        "CREATE SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.SECOND TYPE = GENERIC_STRING"
            + " SECRET_STRING = '"
            + LocalConnector.TOKEN
            + "'");
    connector.run(
        "ALTER EXTERNAL ACCESS INTEGRATION GITHUB_INTEGRATION SET ALLOWED_AUTHENTICATION_SECRETS ="
            + " (GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN,"
            + " GITHUB_CONNECTOR_SECRETS.PUBLIC.SECOND)");
    connector.run(
        "GRANT READ ON SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.SECOND TO APPLICATION"
            + " GITHUB_CONNECTOR");
    assertEquals(
        "Connection updated",
        connector.value(
            APP + "UPDATE_CONNECTION(PARSE_JSON(?))",
            "{\"secret_name\": \"GITHUB_CONNECTOR_SECRETS.PUBLIC.SECOND\"}"));
    assertTrue(call("TEST_CONNECTION(?)", "o/r").path("ok").asBoolean());
    SQLException database =
        assertThrows(
            SQLException.class,
            () ->
                connector.value(
                    APP + "UPDATE_CONNECTION(PARSE_JSON(?))",
                    "{\"destination_database\": \"OTHER\"}"));
    assertTrue(String.valueOf(database.getMessage()).contains("[REQUEST_INVALID]"));
  }

  @Test
  void showsHowItStandsInViews() throws IOException, SQLException {
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(30, 1));
    connector.gitHub().addRepository("o/gone", IssueSource.generated(2, 2));
    connector.enable("o/r");
    connector.enable("o/gone");
    connector.endOfRun("o/r");
    connector.endOfRun("o/gone");
    assertEquals(List.of(), conditions());
    String monitoring = "GITHUB_CONNECTOR.MONITORING.";
    assertEquals(
        "DONE",
        connector.value("SELECT STATE FROM " + monitoring + "SYNC_STATUS WHERE RESOURCE = 'o/r'"));
    assertEquals(
        "30",
        connector.value("SELECT INSERTED FROM " + monitoring + "RUNS WHERE RESOURCE = 'o/r'"));
    assertEquals("2", connector.value("SELECT SUM(RUNS) FROM " + monitoring + "RUNS_HOURLY"));
    assertEquals(
        "false",
        connector
            .value("SELECT IS_LATE FROM " + monitoring + "FRESHNESS WHERE RESOURCE = 'o/r'")
            .toLowerCase(java.util.Locale.ROOT));
    call("TEST_CONNECTION()");
    assertTrue(
        Long.parseLong(connector.value("SELECT HEADROOM FROM " + monitoring + "RATE_LIMIT")) > 0);

    connector.run(SECRET + "'ghp_wrong'");
    assertThrows(SQLException.class, () -> connector.ingest("o/r"));
    assertEquals(List.of("TOKEN_REJECTED"), conditions());
    assertEquals("TOKEN_REJECTED", connector.value("SELECT CODE FROM " + monitoring + "ERRORS"));
    JsonNode status = call("CONNECTOR_STATUS()");
    assertEquals("ATTENTION", status.path("status").asText());
    assertTrue(
        status.path("reasons").path(0).path("way_out").asText().contains("ALTER SECRET"),
        status::toString);
    connector.run(SECRET + "'" + LocalConnector.TOKEN + "'");
    connector.ingest("o/r");
    assertEquals(List.of(), conditions());

    connector.value(APP + "PAUSE_CONNECTOR()");
    assertEquals(List.of("PAUSED"), conditions());
    assertEquals("PAUSED", call("CONNECTOR_STATUS()").path("status").asText());
    connector.value(APP + "RESUME_CONNECTOR()");
    assertEquals(List.of(), conditions());
  }

  @Test
  void findsARunThatWasLeftAndPutsItRight() throws IOException, SQLException {
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
    connector.enable("o/r");
    connector.endOfRun("o/r");
    connector.asApplication(
        "INSERT INTO GITHUB_CONNECTOR.STATE.APP_STATE (TIMESTAMP, KEY, VALUE)"
            + " SELECT DATEADD('HOUR', -3, SYSDATE()), 'o/r',"
            + " PARSE_JSON('{\"state\": \"RUNNING\", \"run_id\": \"ghost\"}')");
    assertEquals(List.of("RUN_LEFT"), conditions());
    assertEquals("o/r", call("RECOVER()").path("recovered").path(0).asText());
    JsonNode state = connector.endOfRunAfter("o/r", "ghost");
    assertEquals("DONE", state.path("state").asText(), state::toString);
    assertEquals(0, call("RECOVER()").path("recovered").size());
    assertEquals(List.of(), conditions());
    assertEquals(
        "RUN_LEFT", connector.value("SELECT CODE FROM GITHUB_CONNECTOR.MONITORING.ERRORS"));
  }

  /** The first comparison of a day does it for all; it leaves schedules alone. */
  @Test
  void keepsHouseOnceADay() throws IOException, SQLException {
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
    connector.gitHub().addRepository("o/off", IssueSource.generated(3, 2));
    connector.enable("o/r");
    connector.enable("o/off");
    connector.endOfRun("o/r");
    connector.endOfRun("o/off");
    connector.ingest("o/r");
    connector.value(APP + "DISABLE_RESOURCE(?)", "o/off");
    assertEquals(90, call("CONNECTOR_STATUS()").path("retention_days").asInt());
    assertEquals(30, call("SET_RETENTION(30)").path("retention_days").asInt());
    assertEquals(30, call("CONNECTOR_STATUS()").path("retention_days").asInt());
    SQLException never = assertThrows(SQLException.class, () -> call("SET_RETENTION(0)"));
    assertTrue(String.valueOf(never.getMessage()).contains("Give 1 to 3650"), never::getMessage);

    String states = "SELECT COUNT(*) FROM GITHUB_CONNECTOR.STATE.APP_STATE WHERE KEY = 'o/r'";
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.APP_STATE SET TIMESTAMP = DATEADD('DAY', -40, SYSDATE())");
    leaveARun("o/off");
    connector.value(APP + "RECONCILE_RESOURCE(?)", "o/r");
    assertEquals("RUN_LEFT", connector.state("o/off").path("code").asText());
    assertEquals("SUSPENDED", ingestTask("O_OFF"));
    assertEquals("1", connector.asApplication(states).get(0).get(0));

    leaveARun("o/off");
    connector.value(APP + "RECONCILE_RESOURCE(?)", "o/r");
    assertEquals("RUNNING", connector.state("o/off").path("state").asText());
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.APP_CONFIGURATION"
            + " SET VALUE = PARSE_JSON('{\"ran_at\": \"2026-01-01T00:00:00Z\"}')"
            + " WHERE KEY = 'housekeeping'");
    connector.value(APP + "RECONCILE_RESOURCE(?)", "o/r");
    assertEquals("RUN_LEFT", connector.state("o/off").path("code").asText());
  }

  private void leaveARun(String resource) throws SQLException {
    connector.asApplication(
        "INSERT INTO GITHUB_CONNECTOR.STATE.APP_STATE (TIMESTAMP, KEY, VALUE)"
            + " SELECT DATEADD('HOUR', -3, SYSDATE()), ?,"
            + " PARSE_JSON('{\"state\": \"RUNNING\", \"run_id\": \"ghost\"}')",
        resource);
  }

  private String ingestTask(String name) throws SQLException {
    String tasks = "SHOW TASKS LIKE 'INGEST_" + name + "' IN SCHEMA GITHUB_CONNECTOR.TASKS";
    return connector.asApplication(tasks).get(0).get(10).toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void keepsTheNewestOfAllHistory() throws IOException, SQLException {
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
    connector.enable("o/r");
    connector.endOfRun("o/r");
    connector.ingest("o/r");
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.APP_STATE SET TIMESTAMP = DATEADD('DAY', -100, SYSDATE())");
    JsonNode purged = call("PURGE_HISTORY(30)");
    assertTrue(purged.path("APP_STATE").asLong() > 0, purged::toString);
    assertEquals(0, purged.path("INGESTION_RUN").asLong(), purged::toString);
    assertEquals("DONE", connector.state("o/r").path("state").asText());
    assertEquals(0, call("PURGE_HISTORY(30)").path("APP_STATE").asLong());
    assertEquals(3, connector.ingest("o/r").path("rows_count").asLong());
    assertThrows(SQLException.class, () -> call("PURGE_HISTORY(0)"));
  }

  @Test
  void movesItsConfigurationAndResets() throws IOException, SQLException {
    connector.provision(connector.configuration());
    connector.gitHub().addRepository("o/on", IssueSource.generated(3, 1));
    connector.gitHub().addRepository("o/off", IssueSource.generated(3, 2));
    connector.enable("o/on");
    connector.enable("o/off");
    connector.value(APP + "SET_SCHEDULE(?, ?)", "o/on", "2 hours");
    connector.value(APP + "DISABLE_RESOURCE(?)", "o/off");
    connector.endOfRun("o/on");
    connector.endOfRun("o/off");
    JsonNode exported = call("EXPORT_CONFIGURATION()");
    assertFalse(exported.toString().contains(LocalConnector.TOKEN));

    assertEquals(
        "Connector reset, 2 resources deleted with data", connector.value(APP + "RESET(?)", true));
    assertEquals(
        "Connector reset, 0 resources deleted with data", connector.value(APP + "RESET(?)", true));
    assertEquals("[]", connector.value(APP + "LIST_RESOURCES()"));
    SQLException unready =
        assertThrows(
            SQLException.class,
            () -> call("IMPORT_CONFIGURATION(PARSE_JSON(?))", exported.toString()));
    assertTrue(String.valueOf(unready.getMessage()).contains("[NOT_PROVISIONED]"));

    connector.provision(connector.configuration());
    JsonNode done = call("IMPORT_CONFIGURATION(PARSE_JSON(?))", exported.toString());
    assertEquals("o/on", done.path("enabled").path(0).asText(), done::toString);
    assertEquals("o/off", done.path("disabled").path(0).asText(), done::toString);
    assertEquals(exported, call("EXPORT_CONFIGURATION()"));
    connector.endOfRun("o/on");
    assertEquals(3, connector.ingest("o/on").path("rows_count").asLong());
  }
}
