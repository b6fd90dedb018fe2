package io.snowpull.runtime.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.ingestion.BoundBatches;
import io.snowpull.runtime.ingestion.ParkedRecord;
import io.snowpull.runtime.ingestion.ParkingTable;
import io.snowpull.runtime.ingestion.Transaction;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.RowFate;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.sql.SqlRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of one resource, held against what its source has; a few statements a batch. */
final class TableComparison {
  private final Sql sql;
  private final String table;
  private final long sourceId;
  private final BoundBatches batches;
  private final ParkingTable parking;
  private final SweepCounts counts;

  /**
   * @param table its full name
   * @param batchBytes the most that one statement is given
   */
  TableComparison(
      Sql sql, String table, long sourceId, String runId, int batchBytes, SweepCounts counts) {
    this.sql = sql;
    this.table = table;
    this.sourceId = sourceId;
    this.batches = new BoundBatches(batchBytes);
    this.parking = new ParkingTable(sql, sourceId, runId);
    this.counts = counts;
  }

  /** Writes those of the rows that the table lacks, has otherwise, or has marked as gone. */
  void heal(List<SourceRecord> listed) {
    List<SourceRecord> wanted = listed.stream().filter(SourceRecord::wanted).toList();
    if (wanted.isEmpty()) {
      return;
    }
    Set<Long> stale =
        sql.run(RecurringStatement.FIND_STALE.text(), versions(wanted), table, sourceId).stream()
            .map(row -> row.number(0))
            .collect(Collectors.toSet());
    List<SourceRecord> toWrite = new ArrayList<>();
    for (SourceRecord row : wanted) {
      if (!stale.contains(row.id())) {
        continue;
      }
      if (batches.takes(row)) {
        toWrite.add(row);
      } else {
        park(row, batches.tooLarge(row));
      }
    }
    write(toWrite);
  }

  /** Ends a comparison: what was kept aside and is in the table by now is forgotten. */
  void releaseParked() {
    parking.release(table);
  }

  /** Halves what the account refuses until the one row is found, and keeps that one aside. */
  private void write(List<SourceRecord> rows) {
    try {
      for (String batch : batches.pack(rows)) {
        // The first two columns of a MERGE's result are the rows inserted and the rows updated.
        SqlRow merged = sql.one(RecurringStatement.HEAL_BATCH.text(), table, batch);
        counts.healed(merged.number(0), merged.number(1));
      }
    } catch (SqlException e) {
      if (!e.isAboutData()) {
        throw e;
      }
      if (rows.size() == 1) {
        park(rows.get(0), String.valueOf(e.getMessage()));
        return;
      }
      write(rows.subList(0, rows.size() / 2));
      write(rows.subList(rows.size() / 2, rows.size()));
    }
  }

  private void park(SourceRecord row, String reason) {
    new Transaction(sql).run(() -> parking.park(ParkedRecord.of(row, reason)));
    counts.parked();
  }

  /**
   * Rows of the table, not marked as gone, that a list leaves out.
   *
   * @param from the first time of creation that the list covers
   * @param to the time of creation after the last
   */
  List<UnseenRow> unseen(
      Collection<Long> listed, String referenceKey, String createdKey, Instant from, Instant to) {
    ArrayNode ids = Json.object().arrayNode();
    listed.forEach(ids::add);
    return sql
        .run(
            RecurringStatement.FIND_UNSEEN.text(),
            referenceKey,
            table,
            createdKey,
            from.toString(),
            createdKey,
            to.toString(),
            Json.write(ids))
        .stream()
        .map(row -> new UnseenRow(row.number(0), row.text(1), row.text(2)))
        .toList();
  }

  /** Marks rows as gone; one that was written meanwhile is left to the next time. */
  void mark(Map<UnseenRow, RowFate> gone) {
    ArrayNode rows = Json.object().arrayNode();
    gone.forEach(
        (row, fate) ->
            rows.addObject()
                .put("id", row.id())
                .put("hash", row.contentHash())
                .put("reason", fate.name()));
    counts.deleted(
        sql.one(RecurringStatement.MARK_DELETED.text(), table, Json.write(rows)).number(0));
  }

  private static String versions(List<SourceRecord> rows) {
    ArrayNode array = Json.object().arrayNode();
    for (SourceRecord row : rows) {
      array
          .addObject()
          .put("id", row.id())
          .put("updated_at", row.updatedAt().toString())
          .put("hash", row.contentHash());
    }
    return Json.write(array);
  }
}
