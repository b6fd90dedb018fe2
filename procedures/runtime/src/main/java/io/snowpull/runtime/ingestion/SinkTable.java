package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.ddl.recurring.StagedLoad;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.List;

/** The table that holds the newest version of each row of one resource. */
final class SinkTable {
  private final Sql sql;
  private final String name;
  private final BoundBatches batches;
  private final String merge = RecurringStatement.MERGE_BATCH.text();
  private final String written = RecurringStatement.COUNT_WRITTEN.text();
  private final String count = RecurringStatement.COUNT_ROWS.text();

  /**
   * @param name the full name of the table
   */
  SinkTable(Sql sql, String name, int batchBytes) {
    this.sql = sql;
    this.name = name;
    this.batches = new BoundBatches(batchBytes);
  }

  BoundBatches batches() {
    return batches;
  }

  /**
   * Brings in what is newer than the table has; one statement, unless one page alone is too large.
   */
  MergeCounts merge(List<SourceRecord> records) {
    MergeCounts counts = MergeCounts.NONE;
    for (String batch : batches.pack(records)) {
      // The first two columns of a MERGE's result are the rows inserted and the rows updated.
      SqlRow result = sql.one(merge, name, batch);
      counts = counts.plus(new MergeCounts(result.number(0), result.number(1)));
    }
    return counts;
  }

  /** The same for a file on the stage. */
  MergeCounts merge(StagedLoad load) {
    SqlRow result = sql.one(load.merge(), name);
    return new MergeCounts(result.number(0), result.number(1));
  }

  /**
   * Looks whether the table has what was merged from a file.
   *
   * @param sent different rows of the file, as it was written
   * @throws RejectedRowsException when it does not have all, or the file has others
   */
  void check(StagedLoad load, int sent) {
    long found = sql.one(load.count(), name).number(0);
    if (found != sent) {
      throw new RejectedRowsException(sent, found);
    }
  }

  /**
   * Looks whether the table has what was merged.
   *
   * @throws RejectedRowsException when it does not have all
   */
  void check(List<SourceRecord> records) {
    int sent = BoundBatches.newest(records).size();
    if (sent > 0) {
      long found = sql.one(written, name, BoundBatches.versions(records)).number(0);
      if (found != sent) {
        throw new RejectedRowsException(sent, found);
      }
    }
  }

  long rows() {
    return sql.one(count, name).number(0);
  }
}
