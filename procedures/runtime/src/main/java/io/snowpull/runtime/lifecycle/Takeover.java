package io.snowpull.runtime.lifecycle;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.cursor.CursorRepository;
import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.sql.Sql;

/**
 * Takes a resource from whatever run is writing it: that run writes nothing more, and ends.
 *
 * <p>The claim comes first, then the lock that a batch holds while it writes; so once the lock is
 * given, the last batch is written, and the next one meets the claim.
 */
final class Takeover {
  private final Sql sql;
  private final String id;

  /**
   * @param id names this take-over among the runs
   */
  Takeover(Sql sql, String id) {
    this.sql = sql;
    this.id = id;
  }

  /** Makes the next run begin at the very first row. */
  void rewind(ResourceDefinition resource) {
    sql.run(RecurringStatement.INSERT_CLAIM.text(), resource.sourceId(), id);
    sql.run(RecurringStatement.BEGIN.text());
    try {
      sql.run(RecurringStatement.HOLD_FENCE.text(), resource.fence(), id);
      new CursorRepository(sql).append(resource.sourceId(), id, IngestionCursor.START);
      sql.run(RecurringStatement.COMMIT.text());
    } catch (RuntimeException e) {
      sql.run(RecurringStatement.ROLLBACK.text());
      throw e;
    }
  }
}
