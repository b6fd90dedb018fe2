package io.snowpull.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private final SinkStatements sink =
      new SinkStatements(List.of("DB", "PUBLIC", "T"), List.of("DB", "PUBLIC", "V"));

  @Test
  void makesTheDatabaseAndOpensIt() {
    DatabaseStatements database = new DatabaseStatements("D\"B");
    assertEquals("CREATE DATABASE \"D\"\"B\"", database.create());
    assertEquals(
        List.of(
            "GRANT USAGE ON DATABASE \"D\"\"B\" TO APPLICATION ROLE \"R\"",
            "GRANT USAGE ON SCHEMA \"D\"\"B\".\"PUBLIC\" TO APPLICATION ROLE \"R\""),
        database.grantUsage(List.of("R")));
  }

  @Test
  void makesTheSinkTable() {
    assertEquals(
        "CREATE TABLE IF NOT EXISTS \"DB\".\"PUBLIC\".\"T\" (\"ID\" NUMBER(38, 0) NOT NULL,"
            + " \"RAW\" VARIANT, \"UPDATED_AT\" TIMESTAMP_NTZ, \"CONTENT_HASH\" VARCHAR,"
            + " \"INGESTED_AT\" TIMESTAMP_NTZ, \"DELETED_AT\" TIMESTAMP_NTZ,"
            + " \"DELETED_REASON\" VARCHAR)",
        sink.createTable().get(0));
  }

  @Test
  void givesAnOlderTableTheColumnsItLacks() {
    assertEquals(
        List.of(
            "ALTER TABLE \"DB\".\"PUBLIC\".\"T\" ADD COLUMN IF NOT EXISTS"
                + " \"DELETED_AT\" TIMESTAMP_NTZ",
            "ALTER TABLE \"DB\".\"PUBLIC\".\"T\" ADD COLUMN IF NOT EXISTS"
                + " \"DELETED_REASON\" VARCHAR"),
        sink.createTable().subList(1, 3));
  }

  @Test
  void flattensByLiteralSteps() {
    assertEquals(
        "CREATE OR REPLACE VIEW \"DB\".\"PUBLIC\".\"V\" AS SELECT"
            + " CAST(\"RAW\"['id'] AS NUMBER(38, 0)) AS \"ID\","
            + " \"RAW\"['user'] AS \"USER\","
            + " (\"RAW\"['a''b']['c\\\\'] IS NOT NULL) AS \"P\","
            + " \"DELETED_AT\", \"DELETED_REASON\""
            + " FROM \"DB\".\"PUBLIC\".\"T\"",
        sink.createView(
            List.of(
                FlattenedColumn.of("id", FlattenedColumn.Type.NUMBER),
                FlattenedColumn.of("user", FlattenedColumn.Type.VARIANT),
                new FlattenedColumn("P", FlattenedColumn.Type.PRESENCE, List.of("a'b", "c\\")))));
  }

  @Test
  void makesATaskThatEscapesItsArgument() {
    TaskStatements task = new TaskStatements(List.of("TASKS", "T"));
    assertEquals(
        "CREATE TASK IF NOT EXISTS \"TASKS\".\"T\" WAREHOUSE = reference('warehouse_reference')"
            + " SCHEDULE = '30 MINUTES' OVERLAP_POLICY = NO_OVERLAP USER_TASK_TIMEOUT_MS = 3600000"
            + " SUSPEND_TASK_AFTER_NUM_FAILURES = 0 AS CALL CORE.INGEST_DATA('o''\\\\r')",
        task.create("warehouse_reference", "30 MINUTES", List.of("CORE", "INGEST_DATA"), "o'\\r"));
    assertEquals("ALTER TASK IF EXISTS \"TASKS\".\"T\" SUSPEND", task.suspend());
    assertEquals("ALTER TASK \"TASKS\".\"T\" SET SCHEDULE = '2 ''H'", task.schedule("2 'H"));
    assertEquals("DROP TASK IF EXISTS \"TASKS\".\"T\"", task.drop());
    assertEquals("ALTER TASK \"TASKS\".\"T\" RESUME", task.resume());
    assertEquals("EXECUTE TASK \"TASKS\".\"T\"", task.execute());
  }

  @Test
  void refusesNamesThatNoObjectHas() {
    assertThrows(IllegalArgumentException.class, () -> new DatabaseStatements("").create());
    assertThrows(IllegalArgumentException.class, () -> new DatabaseStatements("a\0").create());
    TaskStatements task = new TaskStatements(List.of("TASKS", "T"));
    assertThrows(
        IllegalArgumentException.class,
        () -> task.create("warehouse_reference", "1 M", List.of("CORE", "X(); --"), "a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> task.create("warehouse_reference", "1 M", List.of("CORE", "X"), "a\0"));
  }
}
