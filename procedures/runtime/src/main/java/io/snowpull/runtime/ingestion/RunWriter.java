package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.cursor.CursorRepository;
import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.state.IngestionState;
import io.snowpull.runtime.state.StateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what a run reads, writes it in batches, and tells how the run went. */
final class RunWriter {
  /** More refused rows than this in one run are not rows that are at fault. */
  static final int MOST_REFUSED = 25;

  private final ResourceDefinition resource;
  private final RunSetting setting;
  private final SinkTable sink;
  private final RunClaim claim;
  private final CursorRepository cursors;
  private final StateRepository states;
  private final Instant start;
  private final ParkingTable parking;
  private final List<SourceRecord> waiting = new ArrayList<>();
  private final List<ParkedRecord> aside = new ArrayList<>();
  private int refused;
  private int waitingBytes;
  private boolean read;
  private IngestionProgress progress = IngestionProgress.START;
  private Optional<SourcePage> lastPage = Optional.empty();
  private @Nullable PatientSource source;
  private long rows = -1;

  RunWriter(ResourceDefinition resource, RunSetting setting) {
    this.resource = resource;
    this.setting = setting;
    this.sink = new SinkTable(setting.sql(), resource.table(), setting.limits().batchBytes());
    this.claim = new RunClaim(setting.sql(), resource.sourceId(), setting.id(), resource.fence());
    this.parking = new ParkingTable(setting.sql(), resource.sourceId(), setting.id());
    this.cursors = new CursorRepository(setting.sql());
    this.states = new StateRepository(setting.sql());
    this.start = setting.clock().instant();
  }

  void countRequestsOf(PatientSource used) {
    this.source = used;
  }

  void unchanged() {
    progress = progress.readUnchanged();
  }

  /** Writes what has been collected when the page would make it too much for one statement. */
  void flushUnlessFits(SourcePage page, IngestionCursor before) {
    int bytes =
        BoundBatches.weight(
            page.records().stream()
                .filter(record -> record.wanted() && sink.batches().takes(record))
                .toList());
    if (!waiting.isEmpty() && waitingBytes + bytes + 2 > setting.limits().batchBytes()) {
      flush(before);
    }
    waitingBytes += bytes;
  }

  void add(SourcePage page) {
    progress = progress.read(page);
    lastPage = Optional.of(page);
    for (SourceRecord record : page.records()) {
      if (!record.wanted()) {
        continue;
      }
      if (sink.batches().takes(record)) {
        waiting.add(record);
      } else {
        aside.add(ParkedRecord.of(record, sink.batches().tooLarge(record)));
      }
    }
    page.unreadable().forEach(record -> aside.add(ParkedRecord.of(record)));
    read = true;
  }

  /**
   * Writes what has been collected, with the cursor that holds once it is written.
   *
   * @throws FencedException when a newer run has claimed the resource; nothing is written then
   */
  void flush(IngestionCursor cursor) {
    if (!read && cursor.notBefore().isEmpty()) {
      return;
    }
    claim.claim();
    write(List.copyOf(waiting), List.copyOf(aside), Optional.of(cursor));
    waiting.clear();
    aside.clear();
    waitingBytes = 0;
    read = false;
  }

  /**
   * Writes rows; where the account refuses one, halves until it is found, and keeps that one aside.
   *
   * @param cursor empty where more rows have to be written before it holds
   */
  private void write(
      List<SourceRecord> batch, List<ParkedRecord> parked, Optional<IngestionCursor> cursor) {
    try {
      writeAtOnce(batch, parked, cursor);
    } catch (SqlException e) {
      if (!e.isAboutData()) {
        throw e;
      }
      writeApart(batch, parked, cursor, e);
    } catch (RejectedRowsException e) {
      writeApart(batch, parked, cursor, e);
    }
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
    if (++refused > MOST_REFUSED) {
      // So many rows are not at fault, each by itself: something else is.
      throw why;
    }
    List<ParkedRecord> more = new ArrayList<>(parked);
    more.add(ParkedRecord.of(batch.get(0), String.valueOf(why.getMessage())));
    writeAtOnce(List.of(), more, cursor);
  }

  private void writeAtOnce(
      List<SourceRecord> batch, List<ParkedRecord> parked, Optional<IngestionCursor> cursor) {
    IngestionProgress before = progress;
    long rowsBefore = rows();
    try {
      new Transaction(setting.sql()).run(() -> writeInside(batch, parked, cursor));
    } catch (RuntimeException e) {
      progress = before;
      rows = rowsBefore;
      throw e;
    }
  }

  private void writeInside(
      List<SourceRecord> batch, List<ParkedRecord> parked, Optional<IngestionCursor> cursor) {
    claim.hold();
    MergeCounts merged = sink.merge(batch);
    sink.check(batch);
    parked.forEach(parking::park);
    progress = progress.wrote(batch.size(), merged, parked.size());
    rows = rows() + merged.inserted();
    cursor.ifPresent(holds -> cursors.append(resource.sourceId(), setting.id(), holds));
    states.append(resource.key(), IngestionState.RUNNING, setting.id(), report());
  }

  /**
   * Records the end of the run.
   *
   * @param resumeAt when it may go on, where it has to wait
   */
  ObjectNode end(IngestionState state, Optional<Instant> resumeAt) {
    ObjectNode report = report();
    resumeAt.ifPresent(at -> ((ObjectNode) report.path("extras")).put("resume_at", at.toString()));
    states.append(resource.key(), state, setting.id(), report);
    log(state, report);
    return report;
  }

  /** Records a failure; what cannot be recorded must not hide what went wrong first. */
  void recordFailure(ConnectorException failure) {
    try {
      Optional<ObjectNode> report = reportIfPossible();
      states.appendFailure(resource.key(), setting.id(), failure, report);
      log(IngestionState.FAILED, report.orElseGet(Json::object));
    } catch (RuntimeException notRecorded) {
      failure.addSuppressed(notRecorded);
    }
  }

  ObjectNode report() {
    Duration elapsed = Duration.between(start, setting.clock().instant());
    long requests = source == null ? 0 : source.requests();
    return RunReport.of(resource.table(), rows(), progress, requests, elapsed, lastPage);
  }

  /** Empty when not even the rows can be counted. */
  private Optional<ObjectNode> reportIfPossible() {
    try {
      return Optional.of(report());
    } catch (SqlException e) {
      return Optional.empty();
    }
  }

  private void log(IngestionState state, ObjectNode report) {
    ObjectNode value = Json.object().put("kind", "INGESTION").put("state", state.name());
    value.put("started_at", start.toString());
    value.set("report", report);
    setting
        .sql()
        .run(
            RecurringStatement.INSERT_RUN.text(),
            resource.sourceId(),
            setting.id(),
            Json.write(value));
  }

  /** Rows of the table, counted once and then kept up with. */
  private long rows() {
    if (rows < 0) {
      rows = sink.rows();
    }
    return rows;
  }
}
