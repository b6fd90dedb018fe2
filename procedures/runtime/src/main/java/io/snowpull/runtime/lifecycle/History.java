package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.List;

/** What the tables that only ever grow remember. */
public final class History {
  private static final int MOST_DAYS = 3_650;

  private final Sql sql;

  public History(Sql sql) {
    this.sql = sql;
  }

  /**
   * Forgets what is older; the newest row of each resource stays in every table.
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
            RecurringStatement.PURGE_RECONCILIATION_CURSOR)) {
      String table = statement.name().substring("PURGE_".length());
      deleted.put(table, sql.one(statement.text(), days).number(0));
    }
    return deleted;
  }
}
