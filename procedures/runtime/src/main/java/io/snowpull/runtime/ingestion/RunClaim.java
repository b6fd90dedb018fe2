package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.List;

/**
 * The right of one run to write a resource, which a newer run takes over.
 *
 * <p>A claim is a row that is only ever added, so taking over waits for nobody. A batch first takes
 * the lock of the resource's fence, a table of its own with one row, and then reads the newest
 * claim: under READ COMMITTED that statement sees every claim made before the lock was given.
 */
final class RunClaim {
  private final Sql sql;
  private final long sourceId;
  private final String runId;
  private final String fence;
  private boolean claimed;

  /**
   * @param fence full name of the fence's table
   */
  RunClaim(Sql sql, long sourceId, String runId, String fence) {
    this.sql = sql;
    this.sourceId = sourceId;
    this.runId = runId;
    this.fence = fence;
  }

  /** Claims the resource, once; runs that find nothing to write never do. */
  void claim() {
    if (!claimed) {
      sql.run(RecurringStatement.INSERT_CLAIM.text(), sourceId, runId);
      claimed = true;
    }
  }

  /**
   * Takes the lock that orders the batches of a resource; inside a transaction.
   *
   * @throws FencedException when a newer run has claimed the resource
   */
  void hold() {
    sql.run(RecurringStatement.HOLD_FENCE.text(), fence, runId);
    List<SqlRow> newest = sql.run(RecurringStatement.SELECT_CLAIM.text(), sourceId);
    if (newest.isEmpty() || !newest.get(0).text(0).equals(runId)) {
      throw new FencedException();
    }
  }
}
