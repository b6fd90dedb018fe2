package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ObjectNames;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceOptions;
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
          new ResourceDefinition(
              "o/r", 5, "o/r", "DB", new ObjectNames("O_R"), "", ResourceOptions.NONE, true),
          new RunSetting(
              "run-1",
              sql,
              Optional.empty(),
              RunLimits.STANDARD.withConcurrency(1),
              InstantSource.fixed(Instant.EPOCH),
              duration -> {},
              Runnable::run,
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
  void setsAsideTheOneRowThatTheAccountRefuses() {
    sql.refusing(3);
    JsonNode extras = run.run(() -> new PagedSource(7, Optional.empty())).path("extras");
    assertEquals(1, sql.parked().size());
    assertTrue(sql.parked().get(0).startsWith("3: "), sql.parked()::toString);
    assertTrue(sql.parked().get(0).contains("Error parsing JSON"), sql.parked()::toString);
    assertEquals(1, extras.path("parked").longValue());
    assertEquals(7, extras.path("fetched").longValue());
    assertCountsAddUp(extras);
    assertEquals("DONE", lastState().path("state").textValue());
    assertEquals(1, sql.log().stream().filter("INSERT_CURSOR"::equals).count());
  }

  @Test
  void setsAsideARowThatIsNotThereOnceItIsWritten() {
    sql.swallowing(5);
    JsonNode extras = run.run(() -> new PagedSource(6, Optional.empty())).path("extras");
    assertTrue(sql.parked().get(0).contains("the table has 0"), sql.parked()::toString);
    assertCountsAddUp(extras);
  }

  /** When every row is refused, the rows are not what is wrong. */
  @Test
  void failsWhereTooManyAreRefused() {
    for (long id = 1; id <= BatchWriter.MOST_REFUSED + 1; id++) {
      sql.refusing(id);
    }
    assertThrows(
        ConnectorException.class,
        () -> run.run(() -> new PagedSource(BatchWriter.MOST_REFUSED + 1, Optional.empty())));
    assertEquals("FAILED", lastState().path("state").textValue());
    assertEquals(0, sql.log().stream().filter("INSERT_CURSOR"::equals).count());
  }

  @Test
  void doesNotHalveWhatIsNotAboutTheRows() {
    sql.failing("MERGE INTO IDENTIFIER", 625);
    assertThrows(
        ConnectorException.class, () -> run.run(() -> new PagedSource(4, Optional.empty())));
    assertEquals(1, sql.log().stream().filter("MERGE_BATCH"::equals).count());
    assertEquals(List.of(), sql.parked());
  }

  private static void assertCountsAddUp(JsonNode extras) {
    long sum =
        List.of("inserted", "updated", "unchanged", "parked").stream()
            .mapToLong(key -> extras.path(key).longValue())
            .sum();
    assertEquals(extras.path("fetched").longValue(), sum, extras::toString);
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
