package io.snowpull.runtime.enabling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.ScriptedSql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnablingTest {
  private static final ConnectorConfiguration CONFIGURATION =
      ConnectorConfiguration.of(
          Json.parse(
              "{\"destination_database\":\"db\",\"secret_name\":\"a.b.c\","
                  + "\"external_access_integration_name\":\"i\"}"));

  static final ResourceDesign DESIGN =
      new ResourceDesign(
          List.of(FlattenedColumn.of("id", FlattenedColumn.Type.NUMBER)),
          List.of("APP_USER"),
          new TaskTarget("warehouse_reference", 30, List.of("CORE", "INGEST_DATA")),
          Optional.of(
              new TaskTarget("warehouse_reference", 1440, List.of("CORE", "RECONCILE_RESOURCE"))));

  private final ScriptedSql sql = new ScriptedSql();

  private void enable(String resourceId, long id, String name) {
    new Enabling(sql, DESIGN, Clock.systemUTC())
        .enable(resourceId, CONFIGURATION, new ScriptedSource(new SourceIdentity(id, name)));
  }

  private String stored(String key) {
    return String.valueOf(sql.resources().get(key));
  }

  @Test
  void makesEverythingAndThenRunsTheTask() {
    enable("O/r", 5, "o/r");
    List<String> log = sql.log();
    assertEquals("EXECUTE TASK \"TASKS\".\"INGEST_O_R\"", log.get(log.size() - 1));
    assertEquals("UPDATE_RESOURCE", log.get(log.size() - 2));
    assertTrue(stored("o/r").contains("\"enabled\":true"), stored("o/r"));
    assertTrue(stored("o/r").contains("\"table\":\"DB.PUBLIC.O_R\""), stored("o/r"));
  }

  @Test
  void knowsARepositoryInAnyCaseAndUnderItsNewName() {
    enable("o/r", 5, "o/r");
    enable("O/R", 5, "o/r");
    enable("o/new", 5, "o/new");
    assertEquals(Set.of("o/r"), sql.resources().keySet());
    assertTrue(stored("o/r").contains("\"current_name\":\"o/new\""), stored("o/r"));
    assertTrue(stored("o/r").contains("\"name\":\"O_R\""), stored("o/r"));
  }

  @Test
  void keepsTheNameOnceGiven() {
    enable("a-b/c", 1, "a-b/c");
    enable("a/b-c", 2, "a/b-c");
    enable("a-b/c", 1, "a-b/c");
    assertTrue(stored("a-b/c").contains("\"name\":\"A_B_C\""), stored("a-b/c"));
    assertTrue(stored("a/b-c").contains("\"name\":\"A_B_C_"), stored("a/b-c"));
  }

  @Test
  void keepsTheNameAskedForWhenTheRepositoryWasRenamed() {
    enable("o/old", 5, "o/new");
    assertTrue(stored("o/old").contains("\"current_name\":\"o/new\""), stored("o/old"));
  }

  @Test
  void refusesANameThatNowBelongsToAnotherRepository() {
    enable("o/r", 5, "o/r");
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> enable("o/r", 6, "o/r"));
    assertEquals("RESOURCE_REPLACED", failure.code().name());
  }

  @Test
  void leavesTheResourceDisabledWhenTheTaskIsRefused() {
    sql.failing("CREATE TASK", 3001);
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> enable("o/r", 5, "o/r"));
    assertEquals("TASK_REFUSED", failure.code().name());
    assertFalse(stored("o/r").contains("\"enabled\":true"), stored("o/r"));
    sql.mended();
    enable("o/r", 5, "o/r");
    assertTrue(stored("o/r").contains("\"enabled\":true"), stored("o/r"));
  }
}
