package io.snowpull.runtime.enabling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.ScriptedSql;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalTest {
  private static final ConnectorConfiguration CONFIGURATION =
      ConnectorConfiguration.of(
          Json.parse(
              "{\"destination_database\":\"db\",\"secret_name\":\"a.b.c\","
                  + "\"external_access_integration_name\":\"i\"}"));
  private static final ResourceDesign WIDER =
      new ResourceDesign(
          List.of(
              FlattenedColumn.of("id", FlattenedColumn.Type.NUMBER),
              FlattenedColumn.of("title", FlattenedColumn.Type.VARCHAR)),
          EnablingTest.DESIGN.dataRoles(),
          EnablingTest.DESIGN.target(),
          EnablingTest.DESIGN.reconciliation());

  private final ScriptedSql sql = new ScriptedSql();

  @Test
  void nothingIsDoneWhereNothingIsRenderedOtherwise() {
    enable("o/r", 5);
    int before = sql.log().size();
    assertEquals(new Renewal.Outcome(1, 0, 0), renewal(EnablingTest.DESIGN).renew());
    assertEquals(
        List.of("SELECT_CONFIGURATION", "SELECT_RESOURCES"),
        sql.log().subList(before, sql.log().size()));
  }

  @Test
  void aColumnMoreMakesTheViewAgainWithItsGrantsAndOnlyOnce() {
    enable("o/r", 5);
    int before = sql.log().size();
    assertEquals(new Renewal.Outcome(1, 1, 0), renewal(WIDER).renew());
    List<String> log = sql.log().subList(before, sql.log().size());
    int view = indexOf(log, "CREATE OR REPLACE VIEW \"DB\".\"PUBLIC\".\"O_R_FLATTENED\"");
    assertTrue(log.get(view).contains("AS \"TITLE\""), log.get(view));
    assertTrue(indexOf(log, "GRANT SELECT ON VIEW \"DB\".\"PUBLIC\".\"O_R_FLATTENED\"") > view);
    assertEquals("ALTER TASK \"TASKS\".\"RECONCILE_O_R\" RESUME", log.get(log.size() - 2));
    assertTrue(indexOf(log, "ALTER TASK \"TASKS\".\"INGEST_O_R\" RESUME") > view);
    assertEquals("UPDATE_RESOURCE", log.get(log.size() - 1));
    assertEquals(new Renewal.Outcome(1, 0, 0), renewal(WIDER).renew());
  }

  @Test
  void oneThatFailsKeepsItsTaskRunningAndDoesNotStopTheOthers() {
    enable("o/a", 5);
    enable("o/b", 6);
    sql.failing("\"INGEST_O_A\" MODIFY", 3001);
    int before = sql.log().size();
    assertEquals(new Renewal.Outcome(2, 1, 1), renewal(WIDER).renew());
    List<String> log = sql.log().subList(before, sql.log().size());
    int failed = indexOf(log, "ALTER TASK \"TASKS\".\"INGEST_O_A\" MODIFY");
    assertEquals("ALTER TASK \"TASKS\".\"INGEST_O_A\" RESUME", log.get(failed + 1));
    String state = sql.states().get(sql.states().size() - 1);
    assertTrue(state.contains("RENEWAL_FAILED"), state);
    assertTrue(state.contains("Call PUBLIC.ENABLE_RESOURCE('o/a')"), state);
    sql.mended();
    assertEquals(new Renewal.Outcome(2, 1, 0), renewal(WIDER).renew());
  }

  @Test
  void oneThatIsNotEnabledIsLeftAlone() {
    sql.failing("CREATE TASK", 3001);
    assertThrows(RuntimeException.class, () -> enable("o/r", 5));
    sql.mended();
    assertEquals(new Renewal.Outcome(0, 0, 0), renewal(WIDER).renew());
  }

  private Renewal renewal(ResourceDesign design) {
    return new Renewal(sql, design, "renewal-1");
  }

  private void enable(String resource, long id) {
    new Enabling(sql, EnablingTest.DESIGN, Clock.systemUTC())
        .enable(resource, CONFIGURATION, new ScriptedSource(new SourceIdentity(id, resource)));
  }

  private static int indexOf(List<String> log, String beginning) {
    for (int i = 0; i < log.size(); i++) {
      if (log.get(i).startsWith(beginning)) {
        return i;
      }
    }
    throw new AssertionError("no " + beginning + " in " + log);
  }
}
