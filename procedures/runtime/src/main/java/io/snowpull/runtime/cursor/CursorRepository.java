package io.snowpull.runtime.cursor;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;

/** STATE.INGESTION_CURSOR: rows are only ever added, and the newest of a resource counts. */
public final class CursorRepository {
  private final Sql sql;

  public CursorRepository(Sql sql) {
    this.sql = sql;
  }

  /** The cursor of a resource; {@link IngestionCursor#START} when there is none. */
  public IngestionCursor find(long sourceId) {
    return sql.run(RecurringStatement.SELECT_CURSOR.text(), sourceId).stream()
        .findFirst()
        .map(row -> IngestionCursor.of(Json.parse(row.text(0))))
        .orElse(IngestionCursor.START);
  }

  public void append(long sourceId, String runId, IngestionCursor cursor) {
    sql.run(RecurringStatement.INSERT_CURSOR.text(), sourceId, runId, Json.write(cursor.toJson()));
  }
}
