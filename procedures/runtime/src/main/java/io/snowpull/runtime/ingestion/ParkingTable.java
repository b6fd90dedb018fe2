package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.sql.Sql;

/** Where rows are kept that cannot be written: each version of a row once. */
public final class ParkingTable {
  /** Characters that one statement takes: with escapes and in UTF-8 six bytes each at most. */
  private static final int PIECE = BoundBatches.SURE_BYTES / 6;

  private final Sql sql;
  private final long sourceId;
  private final String runId;

  /**
   * @param runId the run that keeps the rows
   */
  public ParkingTable(Sql sql, long sourceId, String runId) {
    this.sql = sql;
    this.sourceId = sourceId;
    this.runId = runId;
  }

  /** Inside the transaction of the batch that the row came with. */
  public void park(ParkedRecord record) {
    String text = record.text();
    int end = end(text, 0);
    long added =
        sql.one(
                RecurringStatement.PARK_RECORD.text(),
                sourceId,
                runId,
                record.id().map(String::valueOf).orElse(""),
                record.contentHash(),
                record.reason(),
                text.substring(0, end),
                record.changedAt().map(String::valueOf).orElse(""))
            .number(0);
    while (added == 1 && end < text.length()) {
      int start = end;
      end = end(text, start);
      sql.run(
          RecurringStatement.EXTEND_PARKED.text(),
          text.substring(start, end),
          sourceId,
          record.contentHash());
    }
  }

  /**
   * Forgets the kept rows that the table has by now, in that version or a later one.
   *
   * @param table the full name of the sink table
   */
  public void release(String table) {
    sql.run(RecurringStatement.RELEASE_PARKED.text(), table, sourceId);
  }

  /** The end of the piece that starts here; two halves of one character stay together. */
  private static int end(String text, int start) {
    int end = Math.min(text.length(), start + PIECE);
    return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
