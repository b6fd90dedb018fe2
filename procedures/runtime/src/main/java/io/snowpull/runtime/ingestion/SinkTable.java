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
   *
   * @throws RejectedRowsException when the table does not have all of them afterwards
   */
  MergeCounts merge(List<SourceRecord> records) {
    List<String> arrays = batches.pack(records);
    MergeCounts counts = MergeCounts.NONE;
    for (String array : arrays) {
      counts = counts.plus(counts(sql.one(merge, name, array)));
    }
    int sent = BoundBatches.newest(records).size();
    // Of two arrays one could count a row that both hold in place of one that got lost.
    if (counts.written() != sent || arrays.size() > 1) {
      check(sent, sql.one(written, name, BoundBatches.versions(records)));
    }
    return counts;
  }

  /**
   * The same for a file on the stage.
   *
   * @param sent different rows of the file, as it was written
   * @throws RejectedRowsException when the table does not have all of them afterwards, or the file
   *     has others
   */
  MergeCounts merge(StagedLoad load, int sent) {
    MergeCounts counts = counts(sql.one(load.merge(), name));
    if (counts.written() != sent) {
      check(sent, sql.one(load.count(), name));
    }
    return counts;
  }

  /** The first two columns of a MERGE's result are the rows inserted and the rows updated. */
  private static MergeCounts counts(SqlRow result) {
    return new MergeCounts(result.number(0), result.number(1));
  }

  /** A statement sees each row once, so where it wrote as many as were sent, none is missing. */
  private static void check(int sent, SqlRow found) {
    if (found.number(0) != sent) {
      throw new RejectedRowsException(sent, found.number(0));
    }
  }

  long rows() {
    return sql.one(count, name).number(0);
  }
}
