package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
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

/** Collects what a run reads, has it written in batches, and tells how the run went. */
final class RunWriter {
  private final ResourceDefinition resource;
  private final RunSetting setting;
  private final SinkTable sink;
  private final RowStage stage;
  private final RunTotals totals;
  private final BatchWriter writer;
  private final StateRepository states;
  private final Instant start;
  private final List<SourceRecord> waiting = new ArrayList<>();
  private final List<ParkedRecord> aside = new ArrayList<>();
  private int waitingBytes;
  private @Nullable RowFile file;
  private boolean read;
  private Optional<SourcePage> lastPage = Optional.empty();
  private @Nullable PatientSource source;

  RunWriter(ResourceDefinition resource, RunSetting setting) {
    this.resource = resource;
    this.setting = setting;
    this.sink = new SinkTable(setting.sql(), resource.table(), setting.limits().batchBytes());
    this.stage = new RowStage(setting.sql(), resource.sourceId(), setting.id(), setting.staging());
    this.totals = new RunTotals(sink);
    this.writer = new BatchWriter(resource, setting, sink, stage, totals, this::report);
    this.states = new StateRepository(setting.sql());
    this.start = setting.clock().instant();
  }

  void countRequestsOf(PatientSource used) {
    this.source = used;
  }

  void unchanged() {
    totals.set(totals.progress().readUnchanged());
  }

  /**
   * When the page would make what has been collected too much for one statement, puts that into a
   * file; and writes it where no file is possible, or the file is full.
   */
  void makeRoom(SourcePage page, IngestionCursor before) {
    int bytes =
        BoundBatches.weight(
            page.records().stream()
                .filter(record -> record.wanted() && sink.batches().takes(record))
                .toList());
    if (!waiting.isEmpty() && waitingBytes + bytes + 2 > setting.limits().batchBytes()) {
      if (!stage.isUsable() || stage.isFull(moveToFile())) {
        flush(before);
      }
    }
    waitingBytes += bytes;
  }

  private RowFile moveToFile() {
    RowFile filled = file == null ? new RowFile() : file;
    waiting.forEach(filled::add);
    waiting.clear();
    waitingBytes = 0;
    file = filled;
    return filled;
  }

  void add(SourcePage page) {
    totals.set(totals.progress().read(page));
    lastPage = Optional.of(page);
    for (SourceRecord record : page.records()) {
      if (!record.wanted()) {
        continue;
      }
      if (sink.batches().takes(record)) {
        waiting.add(record);
      } else {
        addLarge(record);
      }
    }
    page.unreadable().forEach(record -> aside.add(ParkedRecord.of(record)));
    read = true;
  }

  /** A row that no statement takes may be one for the stage. */
  private void addLarge(SourceRecord record) {
    if (!stage.isUsable()) {
      aside.add(ParkedRecord.of(record, sink.batches().tooLarge(record)));
    } else if (RowFile.takes(record)) {
      moveToFile().add(record);
    } else {
      aside.add(ParkedRecord.of(record, RowFile.tooLarge(record)));
    }
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
    writer.claim();
    if (file == null) {
      writer.write(List.copyOf(waiting), List.copyOf(aside), Optional.of(cursor));
    } else {
      writer.write(moveToFile(), List.copyOf(aside), Optional.of(cursor));
    }
    waiting.clear();
    aside.clear();
    waitingBytes = 0;
    file = null;
    read = false;
  }

  /**
   * Records the end of the run.
   *
   * @param resumeAt when it may go on, where it has to wait
   */
  ObjectNode end(IngestionState state, Optional<Instant> resumeAt) {
    ObjectNode report = report();
    resumeAt.ifPresent(at -> ((ObjectNode) report.path("extras")).put("resume_at", at.toString()));
    if (totals.progress().counts().written() > 0) {
      writer.releaseParked();
    }
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
    return RunReport.of(
        resource.table(), totals.rows(), totals.progress(), requests, elapsed, lastPage);
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
}
