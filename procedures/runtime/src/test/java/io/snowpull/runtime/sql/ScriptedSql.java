package io.snowpull.runtime.sql;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the statements it is given, and keeps the two configuration tables; all else is
 * answered as scripted, or with no rows.
 */
public final class ScriptedSql implements Sql {
  private final List<String> log = new ArrayList<>();
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<String> states = new ArrayList<>();
  private @Nullable String configuration;
  private String claim = "";
  private List<Long> mergeCounts = List.of(0L, 0L);
  private final Set<Long> poison = new HashSet<>();
  private final Set<Long> swallowed = new HashSet<>();
  private final List<String> parked = new ArrayList<>();

  /** From now on a statement that holds this text fails with this code of Snowflake's. */
  public ScriptedSql failing(String part, int vendorCode) {
    failures.put(part, vendorCode);
    return this;
  }

  public ScriptedSql mended() {
    failures.clear();
    return this;
  }

  public ScriptedSql merging(long inserted, long updated) {
    mergeCounts = List.of(inserted, updated);
    return this;
  }

  /** Batches with this row are refused, as text that is no JSON would be. */
  public ScriptedSql refusing(long id) {
    poison.add(id);
    return this;
  }

  /** This row is never in the table, though its batch is merged without an error. */
  public ScriptedSql swallowing(long id) {
    swallowed.add(id);
    return this;
  }

  /** The rows that were kept aside, as {@code id: reason: text}. */
  public List<String> parked() {
    return List.copyOf(parked);
  }

  /** The statements so far; recurring ones by their names. */
  public List<String> log() {
    return List.copyOf(log);
  }

  public List<String> states() {
    return List.copyOf(states);
  }

  public Map<String, String> resources() {
    return resources;
  }

  public @Nullable String configuration() {
    return configuration;
  }

  @Override
  public List<SqlRow> run(String statement, @Nullable Object... binds) {
    Optional<RecurringStatement> recurring = recurring(statement);
    log.add(recurring.map(Enum::name).orElse(statement));
    long markers = statement.chars().filter(c -> c == '?').count();
    if (recurring.isPresent() && markers != binds.length) {
      throw new IllegalArgumentException(
          recurring.get() + " has " + markers + " bind variables, but is given " + binds.length);
    }
    for (Map.Entry<String, Integer> failure : failures.entrySet()) {
      if (statement.contains(failure.getKey())) {
        throw SqlException.of(
            new SQLException("no: " + failure.getKey(), "42501", failure.getValue()));
      }
    }
    return recurring.map(known -> answer(known, binds)).orElse(List.of());
  }

  private List<SqlRow> answer(RecurringStatement statement, @Nullable Object[] binds) {
    switch (statement) {
      case INSERT_RESOURCE -> resources.putIfAbsent(text(binds, 0), text(binds, 1));
      case UPDATE_RESOURCE -> resources.replace(text(binds, 1), text(binds, 0));
      case MERGE_CONFIGURATION -> configuration = text(binds, 1);
      case INSERT_STATE -> states.add(text(binds, 1));
      case INSERT_CLAIM -> claim = text(binds, 1);
      case MERGE_BATCH -> {
        refusePoison(text(binds, 1));
        long kept = kept(text(binds, 1));
        return List.of(
            new SqlRow(mergeCounts.stream().<Object>map(most -> Math.min(most, kept)).toList()));
      }
      case COUNT_WRITTEN -> {
        return List.of(new SqlRow(List.of(kept(text(binds, 1)))));
      }
      case PARK_RECORD -> {
        parked.add(text(binds, 2) + ": " + text(binds, 4) + ": " + text(binds, 5));
        return List.of(new SqlRow(List.of(1L)));
      }
      case EXTEND_PARKED -> parked.add(parked.remove(parked.size() - 1) + text(binds, 0));
      default -> {
        return rows(statement);
      }
    }
    return rows(statement);
  }

  private long kept(String batch) {
    return ids(batch).stream().filter(id -> !swallowed.contains(id)).count();
  }

  private void refusePoison(String batch) {
    if (ids(batch).stream().anyMatch(poison::contains)) {
      throw SqlException.of(new SQLException("Error parsing JSON", "22P02", 100069));
    }
  }

  private static List<Long> ids(String batch) {
    List<Long> ids = new ArrayList<>();
    Json.parse(batch).forEach(element -> ids.add(element.path("id").longValue()));
    return ids;
  }

  private List<SqlRow> rows(RecurringStatement statement) {
    return switch (statement) {
      case SELECT_RESOURCES ->
          resources.entrySet().stream()
              .map(row -> new SqlRow(List.of(row.getKey(), row.getValue())))
              .toList();
      case SELECT_CLAIM -> List.of(new SqlRow(List.of(claim)));
      case COUNT_ROWS -> List.of(new SqlRow(List.of(42L)));
      default -> List.of();
    };
  }

  private static Optional<RecurringStatement> recurring(String statement) {
    return Arrays.stream(RecurringStatement.values())
        .filter(known -> known.text().equals(statement))
        .findFirst();
  }

  private static String text(@Nullable Object[] binds, int index) {
    return String.valueOf(binds[index]);
  }
}
