package io.snowpull.github.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.sql.SqlRow;
import io.snowpull.runtime.sql.StageUpload;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a run do to an account, each understood by its beginning, with
 * transactions and with sessions that can be lost at any statement.
 *
 * <p>It makes thousands of runs cheap; that the statements themselves do this is tested end to end.
 */
final class AccountModel {
  /** One version of a row. */
  record Row(Instant updatedAt, String hash, String raw, boolean deleted) {
    Row marked() {
      return new Row(updatedAt, hash, raw, true);
    }
  }

  /** A row that was kept aside. */
  record Parked(String id, String text, String changedAt) {}

  /** A title that this account cannot store, whatever a real one would trip over. */
  static final String POISON = "poison";

  /** All tables of one resource. */
  private record Tables(
      Map<Long, Row> sink,
      List<String> cursors,
      List<String> claims,
      List<String> states,
      List<String> sweeps,
      Map<String, Parked> parked) {
    Tables copy() {
      return new Tables(
          new HashMap<>(sink),
          new ArrayList<>(cursors),
          new ArrayList<>(claims),
          new ArrayList<>(states),
          new ArrayList<>(sweeps),
          new HashMap<>(parked));
    }
  }

  private Tables committed =
      new Tables(
          new HashMap<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new HashMap<>());
  private final StageModel stage;
  private int writesOfTakenOverRuns;
  private int sinkWrites;
  private int inserts;

  AccountModel(StageModel stage) {
    this.stage = stage;
  }

  Map<Long, Row> sink() {
    return committed.sink();
  }

  /** What was kept aside, by hash. */
  Map<String, Parked> parked() {
    return committed.parked();
  }

  int cursors() {
    return committed.cursors().size();
  }

  String lastCursor() {
    return committed.cursors().isEmpty()
        ? ""
        : committed.cursors().get(committed.cursors().size() - 1);
  }

  /** The newest state since {@link #forgetStates}; empty when there is none. */
  String lastState() {
    return committed.states().isEmpty()
        ? ""
        : committed.states().get(committed.states().size() - 1);
  }

  void forgetStates() {
    committed.states().clear();
  }

  /** Cursors stored by runs whose resource another one had claimed. */
  int writesOfTakenOverRuns() {
    return writesOfTakenOverRuns;
  }

  /** MERGE statements so far. */
  int sinkWrites() {
    return sinkWrites;
  }

  /** INSERT statements so far. */
  int inserts() {
    return inserts;
  }

  /**
   * A new session.
   *
   * @param lost whether the session breaks at its n-th statement
   */
  AccountSession session(IntPredicate lost) {
    SessionModel session = new SessionModel(lost);
    return new AccountSession(session, session);
  }

  /** The session broke; whatever transaction it had is rolled back. */
  static final class SessionLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionLostException() {
      super("the session was lost");
    }
  }

  private final class SessionModel implements Sql, StageUpload {
    private final IntPredicate lost;
    private int statements;
    private boolean broken;
    private @Nullable Tables open;

    SessionModel(IntPredicate lost) {
      this.lost = lost;
    }

    /** Where a session breaks, what it was sent last may have been done. */
    @Override
    public void upload(String location, InputStream content) {
      boolean before = broken;
      broken = broken || lost.test(++statements);
      if (!before) {
        stage.put(location, content);
      }
      if (broken) {
        throw new SessionLostException();
      }
    }

    @Override
    public List<SqlRow> run(String statement, @Nullable Object... binds) {
      broken = broken || lost.test(++statements);
      if (broken) {
        open = null;
        throw new SessionLostException();
      }
      switch (statement) {
        case "BEGIN" -> open = committed.copy();
        case "ROLLBACK" -> open = null;
        case "COMMIT" -> {
          committed = java.util.Objects.requireNonNull(open);
          open = null;
        }
        default -> {
          return onTables(open == null ? committed : open, statement, binds);
        }
      }
      return List.of();
    }
  }

  private List<SqlRow> onTables(Tables tables, String statement, @Nullable Object[] binds) {
    RecurringStatement known =
        Arrays.stream(RecurringStatement.values())
            .filter(candidate -> isOf(candidate, statement))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not in the model: " + statement));
    long markers = statement.chars().filter(c -> c == '?').count();
    if (markers != binds.length) {
      throw new IllegalArgumentException(
          known + " has " + markers + " bind variables, but is given " + binds.length);
    }
    if (known.name().startsWith("INSERT")) {
      inserts++;
    }
    switch (known) {
      case MERGE_BATCH -> {
        sinkWrites++;
        JsonNode batch = Json.parse(String.valueOf(binds[1]));
        refusePoison(batch);
        return List.of(merge(tables.sink(), batch, false));
      }
      case MERGE_STAGED -> {
        sinkWrites++;
        JsonNode rows = stage.rows(statement);
        refusePoison(rows);
        return List.of(merge(tables.sink(), rows, false));
      }
      case COUNT_STAGED -> {
        return List.of(written(tables.sink(), newest(stage.rows(statement))));
      }
      case REMOVE_STAGED, REMOVE_LEFT -> stage.remove(statement);
      case HEAL_BATCH -> {
        JsonNode batch = Json.parse(String.valueOf(binds[1]));
        refusePoison(batch);
        return List.of(merge(tables.sink(), batch, true));
      }
      case FIND_STALE -> {
        return stale(tables, Json.parse(String.valueOf(binds[0])));
      }
      case FIND_UNSEEN -> {
        return unseen(
            tables.sink(),
            Instant.parse(text(binds, 3)),
            Instant.parse(text(binds, 5)),
            Json.parse(text(binds, 6)));
      }
      case MARK_DELETED -> {
        return List.of(mark(tables.sink(), Json.parse(text(binds, 1))));
      }
      case SELECT_SWEEP -> {
        return newest(tables.sweeps());
      }
      case INSERT_SWEEP -> tables.sweeps().add(text(binds, 2));
      case COUNT_WRITTEN -> {
        return List.of(written(tables.sink(), Json.parse(String.valueOf(binds[1]))));
      }
      case PARK_RECORD -> {
        Parked record = new Parked(text(binds, 2), text(binds, 5), text(binds, 6));
        boolean added = tables.parked().putIfAbsent(String.valueOf(binds[3]), record) == null;
        return List.of(new SqlRow(List.of(added ? 1L : 0L)));
      }
      case RELEASE_PARKED -> release(tables);
      case COUNT_ROWS -> {
        return List.of(new SqlRow(List.of((long) tables.sink().size())));
      }
      case SELECT_CURSOR -> {
        return newest(tables.cursors());
      }
      case SELECT_CLAIM -> {
        return newest(tables.claims());
      }
      case INSERT_CURSOR -> {
        tables.cursors().add(String.valueOf(binds[2]));
        if (!newest(committed.claims()).get(0).text(0).equals(binds[1])) {
          writesOfTakenOverRuns++;
        }
      }
      case INSERT_CLAIM -> tables.claims().add(String.valueOf(binds[1]));
      case INSERT_STATE -> tables.states().add(String.valueOf(binds[1]));
      case INSERT_RUN, HOLD_FENCE, RENAME_RESOURCE -> {}
      default -> throw new IllegalArgumentException("not in the model: " + known);
    }
    return List.of();
  }

  /** Folders are part of the statements that read and remove staged files. */
  static boolean isOf(RecurringStatement known, String statement) {
    return known
        .text()
        .equals(
            statement
                .replaceFirst("(STAGED_ROWS)/\\d+/\\d+/", "$1/SOURCE_NUMBER/LOAD_NUMBER/")
                .replaceFirst("(STAGED_ROWS)/\\d+/", "$1/SOURCE_NUMBER/"));
  }

  /** The newest version of each row. */
  private static JsonNode newest(JsonNode rows) {
    Map<Long, JsonNode> newest = new TreeMap<>();
    rows.forEach(
        row ->
            newest.merge(
                row.path("id").longValue(),
                row,
                (one, other) ->
                    Instant.parse(other.path("updated_at").textValue())
                            .isBefore(Instant.parse(one.path("updated_at").textValue()))
                        ? one
                        : other));
    return Json.object().arrayNode().addAll(newest.values());
  }

  private static List<SqlRow> newest(List<String> rows) {
    return rows.isEmpty() ? List.of() : List.of(new SqlRow(List.of(rows.get(rows.size() - 1))));
  }

  private static void refusePoison(JsonNode batch) {
    for (JsonNode element : batch) {
      if (element.path("raw").path("title").asText().startsWith(POISON)) {
        throw SqlException.of(new SQLException("Error parsing JSON", "22P02", 100069));
      }
    }
  }

  private static SqlRow written(Map<Long, Row> sink, JsonNode sent) {
    long found = 0;
    for (JsonNode element : sent) {
      Row row = sink.get(element.path("id").longValue());
      Instant updatedAt = Instant.parse(element.path("updated_at").textValue());
      found += row != null && !row.updatedAt().isBefore(updatedAt) ? 1 : 0;
    }
    return new SqlRow(List.of(found));
  }

  private static String text(@Nullable Object[] binds, int index) {
    return String.valueOf(binds[index]);
  }

  private static void release(Tables tables) {
    tables
        .parked()
        .entrySet()
        .removeIf(
            kept -> {
              String id = kept.getValue().id();
              Row held = id.isEmpty() ? null : tables.sink().get(Long.parseLong(id));
              String changedAt = kept.getValue().changedAt();
              return held != null
                  && (held.hash().equals(kept.getKey())
                      || (!changedAt.isEmpty()
                          && held.updatedAt().isAfter(Instant.parse(changedAt))));
            });
  }

  private static List<SqlRow> stale(Tables tables, JsonNode sent) {
    List<SqlRow> stale = new ArrayList<>();
    for (JsonNode element : sent) {
      Row held = tables.sink().get(element.path("id").longValue());
      Instant updatedAt = Instant.parse(element.path("updated_at").textValue());
      String hash = element.path("hash").textValue();
      boolean other =
          held == null
              || updatedAt.isAfter(held.updatedAt())
              || (updatedAt.equals(held.updatedAt())
                  && (held.deleted() || !hash.equals(held.hash())));
      if (other && !tables.parked().containsKey(hash)) {
        stale.add(new SqlRow(List.of(element.path("id").longValue())));
      }
    }
    return stale;
  }

  private static List<SqlRow> unseen(
      Map<Long, Row> sink, Instant from, Instant to, JsonNode listed) {
    Set<Long> ids = new HashSet<>();
    listed.forEach(id -> ids.add(id.longValue()));
    List<SqlRow> unseen = new ArrayList<>();
    for (Map.Entry<Long, Row> entry : new TreeMap<>(sink).entrySet()) {
      JsonNode raw = Json.parse(entry.getValue().raw());
      Instant created = Instant.parse(raw.path("created_at").textValue());
      if (!entry.getValue().deleted()
          && !created.isBefore(from)
          && created.isBefore(to)
          && !ids.contains(entry.getKey())) {
        unseen.add(
            new SqlRow(
                List.of(entry.getKey(), raw.path("number").asText(), entry.getValue().hash())));
      }
    }
    return unseen;
  }

  private static SqlRow mark(Map<Long, Row> sink, JsonNode gone) {
    long marked = 0;
    for (JsonNode element : gone) {
      long id = element.path("id").longValue();
      Row held = sink.get(id);
      if (held != null && !held.deleted() && held.hash().equals(element.path("hash").textValue())) {
        sink.put(id, held.marked());
        marked++;
      }
    }
    return new SqlRow(List.of(marked));
  }

  private static SqlRow merge(Map<Long, Row> sink, JsonNode batch, boolean heals) {
    Map<Long, Row> newestOfBatch = new HashMap<>();
    for (JsonNode element : batch) {
      Row row =
          new Row(
              Instant.parse(element.path("updated_at").textValue()),
              element.path("hash").textValue(),
              Json.write(element.path("raw")),
              false);
      newestOfBatch.merge(
          element.path("id").longValue(),
          row,
          (first, second) -> second.updatedAt().isBefore(first.updatedAt()) ? first : second);
    }
    long inserted = 0;
    long updated = 0;
    for (Map.Entry<Long, Row> entry : newestOfBatch.entrySet()) {
      Row held = sink.get(entry.getKey());
      if (held == null) {
        inserted++;
        sink.put(entry.getKey(), entry.getValue());
      } else if (isNewer(entry.getValue(), held)
          || (heals && held.deleted() && held.updatedAt().equals(entry.getValue().updatedAt()))) {
        updated++;
        sink.put(entry.getKey(), entry.getValue());
      }
    }
    return new SqlRow(List.of(inserted, updated));
  }

  private static boolean isNewer(Row row, Row held) {
    return row.updatedAt().isAfter(held.updatedAt())
        || (row.updatedAt().equals(held.updatedAt()) && !row.hash().equals(held.hash()));
  }
}
