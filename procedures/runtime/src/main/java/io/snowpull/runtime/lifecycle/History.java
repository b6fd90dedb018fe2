package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.List;

/** What the tables that only ever grow remember, and for how long. */
public final class History {
  /** How long it is kept unless somebody decides otherwise. */
  static final long USUAL_DAYS = 90;

  private static final String KEY = "history";
  private static final String RETENTION = "retention_days";
  private static final int MOST_DAYS = 3_650;

  private final Sql sql;

  public History(Sql sql) {
    this.sql = sql;
  }

  /** For how many days history is kept. */
  public long retention() {
    return sql.run(RecurringStatement.SELECT_CONFIGURATION.text(), KEY).stream()
        .mapToLong(row -> Json.parse(row.text(0)).path(RETENTION).asLong(USUAL_DAYS))
        .findFirst()
        .orElse(USUAL_DAYS);
  }

  /**
   * Keeps it for so many days from now on, and forgets what is older at once.
   *
   * @return {@code retention_days}, and {@code deleted} as {@link #purge} answers it
   */
  public ObjectNode retain(long days) {
    ObjectNode deleted = purge(days);
    ObjectNode kept = Json.object().put(RETENTION, days);
    sql.run(RecurringStatement.MERGE_CONFIGURATION.text(), KEY, Json.write(kept));
    return kept.set("deleted", deleted);
  }

  void forgetRetention() {
    sql.run(RecurringStatement.DELETE_CONFIGURATION.text(), KEY);
  }

  /**
   * Forgets what is older; the newest row of each resource stays in every table but that of rows
   * kept aside, which the next comparison keeps again where they still cannot be written.
   *
   * @return rows deleted, by table
   * @throws ConnectorException REQUEST_INVALID for less than one day or more than ten years
   */
  public ObjectNode purge(long days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new ConnectorException(
          RuntimeError.REQUEST_INVALID,
          "The history cannot be kept for " + days + " days. Give 1 to " + MOST_DAYS + ".");
    }
    ObjectNode deleted = Json.object();
    for (RecurringStatement statement :
        List.of(
            RecurringStatement.PURGE_APP_STATE,
            RecurringStatement.PURGE_INGESTION_RUN,
            RecurringStatement.PURGE_INGESTION_CURSOR,
            RecurringStatement.PURGE_INGESTION_CLAIM,
            RecurringStatement.PURGE_RECONCILIATION_CURSOR,
            RecurringStatement.PURGE_PARKED_RECORD)) {
      String table = statement.name().substring("PURGE_".length());
      deleted.put(table, sql.one(statement.text(), days).number(0));
    }
    return deleted;
  }
}
