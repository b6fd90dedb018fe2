package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ObjectNames;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.sql.ScriptedSql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IngestionRunTest {
  private final ScriptedSql sql = new ScriptedSql().merging(1, 0);
  private final IngestionRun run =
      new IngestionRun(
          new ResourceDefinition("o/r", 5, "o/r", "DB", new ObjectNames("O_R"), "", true),
          new RunSetting(
              "run-1",
              sql,
              RunLimits.STANDARD,
              InstantSource.fixed(Instant.EPOCH),
              duration -> {},
              new Random(1)));

  private List<String> states() {
    return sql.states().stream().map(row -> Json.parse(row).path("state").textValue()).toList();
  }

  private JsonNode lastState() {
    return Json.parse(sql.states().get(sql.states().size() - 1));
  }

  @Test
  void readsEveryPageAndReports() {
    JsonNode report = run.run(() -> new PagedSource(3, Optional.empty()));
    assertEquals("DB.PUBLIC.O_R", report.path("table_name").textValue());
    assertEquals(43, report.path("rows_count").longValue());
    assertEquals(3, report.path("extras").path("requests").longValue());
    assertEquals(30, report.path("extras").path("bytes").longValue());
    assertEquals(List.of("RUNNING", "DONE"), states());
    assertEquals(Json.write(report), Json.write(lastState().path("ingestion")));
  }

  @Test
  void recordsAFailureWithWhatItCost() {
    ConnectorException thrown = new ConnectorException(RuntimeError.STATEMENT_FAILED, "no");
    assertSame(
        thrown,
        assertThrows(
            ConnectorException.class,
            () -> run.run(() -> new PagedSource(2, Optional.of(thrown)))));
    assertEquals(List.of("FAILED"), states());
    assertEquals("[STATEMENT_FAILED] no", lastState().path("reason").textValue());
    assertEquals("SNOWFLAKE", lastState().path("category").textValue());
    assertEquals(2, lastState().path("ingestion").path("extras").path("requests").longValue());
  }

  @Test
  void recordsAFailureToConnect() {
    assertThrows(
        ConnectorException.class,
        () ->
            run.run(
                () -> {
                  throw new IllegalStateException("boom");
                }));
    assertEquals(List.of("FAILED"), states());
    assertEquals("UNEXPECTED", lastState().path("code").textValue());
  }

  @Test
  void showsTheFirstErrorWhenItCannotBeRecorded() {
    sql.failing("INSERT INTO STATE.APP_STATE", 999);
    ConnectorException thrown = new ConnectorException(RuntimeError.SECRET_UNREADABLE, "no");
    assertSame(
        thrown,
        assertThrows(
            ConnectorException.class,
            () -> run.run(() -> new PagedSource(1, Optional.of(thrown)))));
    assertEquals(1, thrown.getSuppressed().length);
  }
}
