package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.StagedLoad;
import io.snowpull.runtime.cursor.CursorRepository;
import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.state.IngestionState;
import io.snowpull.runtime.state.StateRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes batches, each with its cursor in one transaction; where the account refuses a row, halves
 * until it is found, and keeps that one aside.
 */
final class BatchWriter {
  /** More refused rows than this in one run are not rows that are at fault. */
  static final int MOST_REFUSED = 25;

  private final ResourceDefinition resource;
  private final RunSetting setting;
  private final SinkTable sink;
  private final RowStage stage;
  private final RunTotals totals;
  private final Supplier<ObjectNode> report;
  private final RunClaim claim;
  private final ParkingTable parking;
  private final CursorRepository cursors;
  private final StateRepository states;
  private int refused;

  /**
   * @param report how the run stands, for its state
   */
  BatchWriter(
      ResourceDefinition resource,
      RunSetting setting,
      SinkTable sink,
      RowStage stage,
      RunTotals totals,
      Supplier<ObjectNode> report) {
    this.resource = resource;
    this.setting = setting;
    this.sink = sink;
    this.stage = stage;
    this.totals = totals;
    this.report = report;
    this.claim = new RunClaim(setting.sql(), resource.sourceId(), setting.id(), resource.fence());
    this.parking = new ParkingTable(setting.sql(), resource.sourceId(), setting.id());
    this.cursors = new CursorRepository(setting.sql());
    this.states = new StateRepository(setting.sql());
  }

  /** Claims the resource for this run, once, and clears away what earlier ones left. */
  void claim() {
    claim.claim();
    stage.clear();
  }

  /**
   * Writes rows by statements that they are bound to.
   *
   * @param cursor empty where more rows have to be written before it holds
   * @throws FencedException when a newer run has claimed the resource; nothing is written then
   */
  void write(
      List<SourceRecord> batch, List<ParkedRecord> parked, Optional<IngestionCursor> cursor) {
    try {
      inTransaction(batch.size(), 0, parked, cursor, () -> sink.merge(batch));
    } catch (SqlException e) {
      if (!e.isAboutData()) {
        throw e;
      }
      writeApart(batch, parked, cursor, e);
    } catch (RejectedRowsException e) {
      writeApart(batch, parked, cursor, e);
    }
  }

  /** The same by a file on the stage; by statements, piece by piece, where that fails. */
  void write(RowFile file, List<ParkedRecord> parked, Optional<IngestionCursor> cursor) {
    StagedLoad load = stage.next();
    try {
      stage.put(load, file);
      inTransaction(
          file.rows(), file.rows(), parked, cursor, () -> sink.merge(load, file.distinct()));
    } catch (SqlException e) {
      if (!e.isAboutData()) {
        stage.giveUp(e);
      }
      writePieces(file, parked, cursor, e);
    } catch (RejectedRowsException e) {
      writePieces(file, parked, cursor, e);
    } finally {
      stage.remove(load);
    }
  }

  /** Ends a run: what was kept aside and is in the table by now is forgotten. */
  void releaseParked() {
    parking.release(resource.table());
  }

  private void writeApart(
      List<SourceRecord> batch,
      List<ParkedRecord> parked,
      Optional<IngestionCursor> cursor,
      RuntimeException why) {
    if (batch.isEmpty()) {
      throw why;
    }
    if (batch.size() > 1) {
      int half = batch.size() / 2;
      write(batch.subList(0, half), parked, Optional.empty());
      write(batch.subList(half, batch.size()), List.of(), cursor);
      return;
    }
    List<ParkedRecord> more = new ArrayList<>(parked);
    more.add(refuse(batch.get(0), why));
    inTransaction(0, 0, more, cursor, () -> MergeCounts.NONE);
  }

  private ParkedRecord refuse(SourceRecord record, RuntimeException why) {
    if (++refused > MOST_REFUSED) {
      // So many rows are not at fault, each by itself: something else is.
      throw why;
    }
    return ParkedRecord.of(record, String.valueOf(why.getMessage()));
  }

  private void writePieces(
      RowFile file,
      List<ParkedRecord> parked,
      Optional<IngestionCursor> cursor,
      RuntimeException why) {
    List<ParkedRecord> more = new ArrayList<>(parked);
    Piece piece = new Piece();
    file.forEach(
        record -> {
          if (sink.batches().takes(record)) {
            piece.add(record);
          } else {
            writeLarge(record, file.rows() == 1, why).ifPresent(more::add);
          }
        });
    if (!piece.rows.isEmpty() || !more.isEmpty() || cursor.isPresent()) {
      write(piece.rows, more, cursor);
    }
  }

  /** As many rows as one statement takes; those before are written. */
  private final class Piece {
    private List<SourceRecord> rows = new ArrayList<>();
    private int bytes;

    void add(SourceRecord record) {
      int more = BoundBatches.weight(List.of(record));
      if (!rows.isEmpty() && bytes + more + 2 > setting.limits().batchBytes()) {
        write(rows, List.of(), Optional.empty());
        rows = new ArrayList<>();
        bytes = 0;
      }
      rows.add(record);
      bytes += more;
    }
  }

  /**
   * A row that no statement takes goes over the stage by itself.
   *
   * @param alone whether it already has
   * @return what is to be kept aside
   */
  private Optional<ParkedRecord> writeLarge(
      SourceRecord record, boolean alone, RuntimeException why) {
    if (!stage.isUsable()) {
      return Optional.of(ParkedRecord.of(record, sink.batches().tooLarge(record)));
    }
    if (alone) {
      return Optional.of(refuse(record, why));
    }
    write(RowFile.of(record), List.of(), Optional.empty());
    return Optional.empty();
  }

  private void inTransaction(
      int rows,
      int staged,
      List<ParkedRecord> parked,
      Optional<IngestionCursor> cursor,
      Supplier<MergeCounts> merge) {
    totals.keepUnlessItFails(
        () ->
            new Transaction(setting.sql())
                .run(
                    () -> {
                      claim.hold();
                      MergeCounts merged = merge.get();
                      parked.forEach(parking::park);
                      IngestionProgress progress =
                          totals.progress().wrote(rows, staged, merged, parked.size());
                      totals.wrote(progress, merged.inserted());
                      cursor.ifPresent(
                          holds -> cursors.append(resource.sourceId(), setting.id(), holds));
                      states.append(
                          resource.key(), IngestionState.RUNNING, setting.id(), report.get());
                    }));
  }
}
