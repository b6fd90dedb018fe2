package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ObjectNames;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.sql.ScriptedSql;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.sql.SqlRow;
import io.snowpull.runtime.sql.StageUpload;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first load in windows, with threads. */
class FirstLoadTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final FetchThreads threads = new FetchThreads();
  private final ScriptedSql account = new ScriptedSql();
  private final Set<Long> written = new TreeSet<>();
  private final List<String> cursors = new ArrayList<>();

  /** What was put on the stage last, by its folder; empty once it is removed. */
  private final Map<String, List<SourceRecord>> stage = new TreeMap<>();

  private final StageUpload upload =
      (location, content) -> stage.put(location, StagedFile.rows(content));

  private final Sql sql =
      (statement, binds) -> {
        if (statement.equals(RecurringStatement.MERGE_BATCH.text())) {
          Json.parse(String.valueOf(binds[1]))
              .forEach(row -> written.add(row.path("id").longValue()));
        } else if (statement.equals(RecurringStatement.INSERT_CURSOR.text())) {
          cursors.add(String.valueOf(binds[2]));
        } else if (statement.equals(RecurringStatement.SELECT_CURSOR.text())
            && !cursors.isEmpty()) {
          return List.of(new SqlRow(List.of(cursors.get(cursors.size() - 1))));
        }
        List<SqlRow> answer = account.run(statement, binds);
        return statement.contains("@STATE.STAGED_ROWS") ? onStage(statement) : answer;
      };

  private List<SqlRow> onStage(String statement) {
    Set<Long> ids = new TreeSet<>();
    stage.forEach(
        (file, rows) -> {
          if (statement.contains(file.substring(0, file.lastIndexOf('/') + 1))) {
            rows.forEach(row -> ids.add(row.id()));
          }
        });
    if (statement.startsWith("REMOVE")) {
      stage.keySet().removeIf(file -> file.startsWith(statement.substring("REMOVE ".length())));
      return List.of();
    }
    if (statement.startsWith("MERGE")) {
      written.addAll(ids);
      return List.of(new SqlRow(List.of((long) ids.size(), 0L)));
    }
    return List.of(new SqlRow(List.of((long) ids.size())));
  }

  @AfterEach
  void stop() {
    threads.close();
  }

  private JsonNode load(TimedSource source, RunLimits limits, InstantSource clock) {
    return load(source, Optional.empty(), limits, clock);
  }

  private JsonNode load(
      TimedSource source, Optional<Staging> staging, RunLimits limits, InstantSource clock) {
    return new IngestionRun(
            new ResourceDefinition(
                "o/r", 5, "o/r", "DB", new ObjectNames("O_R"), "", ResourceOptions.NONE, true),
            new RunSetting(
                "run-1", sql, staging, limits, clock, duration -> {}, threads, new Random(1)))
        .run(() -> source);
  }

  /** Few rows long ago, most of them lately: equal windows would leave all work to the last one. */
  private static List<Instant> lopsided(int rows) {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double share = (double) (rows - i) / rows;
      times.add(NOW.minusSeconds((long) (share * share * share * 300_000_000L) + rows - i));
    }
    return times;
  }

  private static Set<Long> ids(int rows) {
    return LongStream.rangeClosed(1, rows).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void readsEveryRowWithFewMoreRequestsThanPages() {
    for (int rows : List.of(101, 1_000, 10_000)) {
      written.clear();
      cursors.clear();
      TimedSource source = new TimedSource(lopsided(rows), NOW, "{}");
      JsonNode report = load(source, RunLimits.STANDARD, InstantSource.fixed(NOW));
      assertEquals(ids(rows), written);
      int allowed = (int) (1.1 * ((rows + 99) / 100)) + 10;
      assertTrue(source.requests() <= allowed, rows + " rows took " + source.requests());
      assertTrue(source.mostUnderWay() <= 4);
      assertEquals(source.requests(), report.path("extras").path("requests").intValue());
      assertTrue(lastCursor().path("windows").isMissingNode());
      assertTrue(lastCursor().path("poll").isObject());
    }
  }

  /** Rows as large as issues are: some 220 MB. */
  @ParameterizedTest
  @CsvSource({"true, 120", "false, 1200"})
  void sendsFewStatementsForManyRows(boolean staged, int most) {
    String json = "{\"body\":\"" + "x".repeat(2_850) + "\"}";
    JsonNode report =
        load(
            new TimedSource(lopsided(100_000), NOW, json),
            Optional.of(Staging.standard(upload)).filter(any -> staged),
            RunLimits.STANDARD,
            InstantSource.fixed(NOW));
    assertEquals(ids(100_000), written);
    assertEquals(Map.of(), stage);
    assertTrue(account.log().size() <= most, "statements: " + account.log().size());
    assertEquals(staged, report.path("extras").path("staged").longValue() >= 100_000);
  }

  @Test
  void bindsWhatTheStageDoesNotTake() {
    StageUpload broken =
        (location, content) -> {
          throw SqlException.of(new SQLException("no stage here", "42501", 3001));
        };
    JsonNode report =
        load(
            new TimedSource(lopsided(10_000), NOW, "{\"body\":\"" + "x".repeat(2_050) + "\"}"),
            Optional.of(Staging.standard(broken)),
            RunLimits.STANDARD,
            InstantSource.fixed(NOW));
    assertEquals(ids(10_000), written);
    assertEquals(0, report.path("extras").path("staged").longValue());
    assertEquals(0, account.parked().size());
  }

  /** A row that no statement can take does not have to be set aside. */
  @Test
  void sendsALargeRowOverTheStage() {
    String large = "{\"body\":\"" + "x".repeat(1_000_000) + "\"}";
    load(
        new TimedSource(lopsided(3), NOW, large),
        Optional.of(Staging.standard(upload)),
        RunLimits.STANDARD,
        InstantSource.fixed(NOW));
    assertEquals(ids(3), written);
    assertEquals(List.of(), account.parked());

    written.clear();
    cursors.clear();
    load(new TimedSource(lopsided(3), NOW, large), RunLimits.STANDARD, InstantSource.fixed(NOW));
    assertEquals(Set.of(), written);
    assertEquals(3, account.parked().size());
  }

  @Test
  void goesOnWithTheWindowsThatAreLeftWhenTimeWasUp() {
    TimedSource source = new TimedSource(lopsided(3_000), NOW, "{}");
    AtomicInteger looks = new AtomicInteger();
    InstantSource ticking = () -> NOW.plusSeconds(looks.getAndIncrement());
    RunLimits brief =
        new RunLimits(
            Duration.ofSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            3,
            9_000,
            Long.MAX_VALUE,
            4);
    load(source, brief, ticking);
    JsonNode middle = lastCursor();
    assertEquals(NOW.minusSeconds(120).toString(), middle.path("walked_to").textValue());
    assertTrue(middle.path("windows").size() > 1);
    assertTrue(written.size() > 100 && written.size() < 3_000);

    load(source, RunLimits.STANDARD, InstantSource.fixed(NOW));
    assertEquals(ids(3_000), written);
    assertEquals(NOW.minusSeconds(120).toString(), lastCursor().at("/poll/since").textValue());
  }

  private JsonNode lastCursor() {
    return Json.parse(cursors.get(cursors.size() - 1));
  }
}
