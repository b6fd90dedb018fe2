package io.snowpull.runtime.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** First lines of the statements so far, spaces reduced. */
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
    log.add(statement.lines().findFirst().orElse("").strip());
    for (Map.Entry<String, Integer> failure : failures.entrySet()) {
      if (statement.contains(failure.getKey())) {
        throw SqlException.of(
            new SQLException("no: " + failure.getKey(), "42501", failure.getValue()));
      }
    }
    if (statement.startsWith("SELECT KEY, VALUE FROM STATE.RESOURCE_CONFIGURATION")) {
      return resources.entrySet().stream()
          .map(row -> new SqlRow(List.of(row.getKey(), row.getValue())))
          .toList();
    }
    if (statement.startsWith("MERGE INTO STATE.RESOURCE_CONFIGURATION")) {
      resources.putIfAbsent(text(binds, 0), text(binds, 1));
    } else if (statement.startsWith("UPDATE STATE.RESOURCE_CONFIGURATION")) {
      resources.replace(text(binds, 1), text(binds, 0));
    } else if (statement.startsWith("MERGE INTO STATE.APP_CONFIGURATION")) {
      configuration = text(binds, 1);
    } else if (statement.startsWith("INSERT INTO STATE.APP_STATE")) {
      states.add(text(binds, 1));
    } else if (statement.startsWith("MERGE INTO IDENTIFIER(?)")) {
      return List.of(new SqlRow(List.copyOf(mergeCounts)));
    } else if (statement.startsWith("INSERT INTO STATE.INGESTION_CLAIM")) {
      claim = text(binds, 1);
    } else if (statement.startsWith("SELECT RUN_ID FROM STATE.INGESTION_CLAIM")) {
      return List.of(new SqlRow(List.of(claim)));
    } else if (statement.startsWith("SELECT COUNT(*)")) {
      return List.of(new SqlRow(List.of(42L)));
    }
    return List.of();
  }

  private static String text(@Nullable Object[] binds, int index) {
    return String.valueOf(binds[index]);
  }
}
