package io.snowpull.runtime.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.BoundBatches;
import io.snowpull.runtime.ingestion.Patience;
import io.snowpull.runtime.ingestion.RunSetting;
import io.snowpull.runtime.ingestion.StageLeftovers;
import io.snowpull.runtime.ingestion.WaitException;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.RowFate;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.state.IngestionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Compares the table of one resource with everything that its source has.
 *
 * <p>A row that the source changed without a new time of change is written again. A row that the
 * list leaves out is asked for by itself, because a list drifts while it is read: what is deleted
 * moves all that follows forward. Only a row that the source then says is gone is marked, and it
 * stays in the table. Nothing here claims the resource: each statement holds by itself, and marks
 * only the version of a row that was asked for, so an ingestion that runs meanwhile is in nobody's
 * way.
 */
public final class Reconciliation {
  /** After any row, and within what Snowflake's timestamps hold. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final ResourceDefinition resource;
  private final RunSetting setting;
  private final Instant start;
  private final Patience patience;
  private final SweepCounts counts = new SweepCounts();
  private final TableComparison comparison;
  private final List<SourceRecord> listed = new ArrayList<>();
  private int listedBytes;

  /** Rows listed already that were created at the time from which the comparison goes on. */
  private Set<Long> carried = Set.of();

  private SweepCursor cursor;
  private Optional<String> renamedTo = Optional.empty();

  public Reconciliation(ResourceDefinition resource, RunSetting setting) {
    this.resource = resource;
    this.setting = setting;
    this.start = setting.clock().instant();
    this.patience = new Patience(setting);
    this.comparison =
        new TableComparison(
            setting.sql(),
            resource.table(),
            resource.sourceId(),
            setting.id(),
            setting.limits().batchBytes(),
            counts);
    this.cursor = SweepCursor.START;
  }

  /**
   * Compares from where the last one had to stop, or from the beginning.
   *
   * @param connect opens the source; what it throws is a failure of this run too
   * @return the report: {@code {table_name, extras}}
   * @throws ConnectorException when it failed; that is recorded
   */
  public ObjectNode run(Supplier<? extends Inventory> connect) {
    try {
      cursor = storedCursor();
      return sweepOrWait(connect.get());
    } catch (RuntimeException e) {
      ConnectorException failure = ProcedureEdge.describe(e);
      recordFailure(failure);
      forgetWhereItWas();
      throw failure;
    }
  }

  private ObjectNode sweepOrWait(Inventory inventory) {
    try {
      boolean complete = sweep(inventory);
      if (complete) {
        StageLeftovers.remove(setting.sql(), resource.sourceId());
      }
      return end(complete ? IngestionState.DONE : IngestionState.CONTINUES, Optional.empty());
    } catch (WaitException e) {
      store(cursor);
      return end(IngestionState.WAITING, Optional.of(e.until()));
    }
  }

  /** Answers whether the end was reached, or time was up before. */
  private boolean sweep(Inventory inventory) {
    boolean resumed = cursor.next().isPresent();
    SweepCursor ahead = cursor;
    while (true) {
      if (isLate()) {
        store(cursor);
        return false;
      }
      var from = ahead.next();
      SourcePage page =
          patience.ask(() -> inventory.list(resource.sourceId(), from), SourcePage::requests);
      counts.read(page);
      listed.addAll(page.records());
      listedBytes += BoundBatches.weight(page.records());
      ahead = new SweepCursor(page.next(), ahead.createdFrom());
      if (page.next().isEmpty()) {
        settle(inventory, END_OF_TIME);
        if (resumed) {
          store(SweepCursor.START);
        }
        recordName(currentName(inventory));
        return true;
      }
      if (listedBytes > setting.limits().batchBytes() / 2 && !listed.isEmpty()) {
        Instant last = created(inventory, listed.get(listed.size() - 1));
        settle(inventory, last);
        ahead = new SweepCursor(page.next(), last);
        cursor = ahead;
      }
    }
  }

  /** Compares what has been listed, up to a time of creation. */
  private void settle(Inventory inventory, Instant to) {
    comparison.heal(listed);
    Set<Long> ids = new LinkedHashSet<>(carried);
    listed.forEach(row -> ids.add(row.id()));
    List<UnseenRow> unseen =
        comparison.unseen(
            ids, inventory.referenceKey(), inventory.createdKey(), cursor.createdFrom(), to);
    Map<UnseenRow, RowFate> gone = new LinkedHashMap<>();
    for (UnseenRow row : unseen) {
      RowFate fate =
          patience.ask(() -> inventory.fate(resource.sourceId(), row.reference()), answer -> 1);
      counts.asked();
      if (fate != RowFate.PRESENT) {
        gone.put(row, fate);
      }
    }
    if (!gone.isEmpty()) {
      // Asked last: what was taken from us meanwhile must not look like rows that were deleted.
      currentName(inventory);
      comparison.mark(gone);
    }
    Set<Long> last = createdAt(inventory, to);
    if (to.equals(cursor.createdFrom())) {
      last.addAll(carried);
    }
    carried = last;
    listed.clear();
    listedBytes = 0;
  }

  private String currentName(Inventory inventory) {
    return patience.ask(() -> inventory.currentName(resource.sourceId()), name -> 1);
  }

  /** The resource goes on under its number; what it is called now is stored for people. */
  private void recordName(String name) {
    if (!name.equals(resource.currentName())) {
      setting.sql().run(RecurringStatement.RENAME_RESOURCE.text(), name, resource.key());
      renamedTo = Optional.of(name);
    }
  }

  /** The rows at the end of the list that were created at this time. */
  private Set<Long> createdAt(Inventory inventory, Instant time) {
    Set<Long> ids = new LinkedHashSet<>();
    for (int i = listed.size() - 1; i >= 0 && created(inventory, listed.get(i)).equals(time); i--) {
      ids.add(listed.get(i).id());
    }
    return ids;
  }

  private static Instant created(Inventory inventory, SourceRecord row) {
    return Instant.parse(Json.parse(row.json()).path(inventory.createdKey()).asText());
  }

  private boolean isLate() {
    return !setting.clock().instant().isBefore(start.plus(setting.limits().timeBudget()));
  }

  private SweepCursor storedCursor() {
    return setting.sql().run(RecurringStatement.SELECT_SWEEP.text(), resource.sourceId()).stream()
        .findFirst()
        .map(row -> SweepCursor.of(Json.parse(row.text(0))))
        .orElse(SweepCursor.START);
  }

  private void store(SweepCursor reached) {
    setting
        .sql()
        .run(
            RecurringStatement.INSERT_SWEEP.text(),
            resource.sourceId(),
            setting.id(),
            Json.write(reached.toJson()));
  }

  private ObjectNode end(IngestionState state, Optional<Instant> resumeAt) {
    ObjectNode report = report();
    resumeAt.ifPresent(at -> ((ObjectNode) report.path("extras")).put("resume_at", at.toString()));
    comparison.releaseParked();
    log(Json.object().put("state", state.name()), report);
    return report;
  }

  private ObjectNode report() {
    ObjectNode report = Json.object().put("table_name", resource.table());
    ObjectNode extras = report.putObject("extras");
    extras.put("requests", patience.requests());
    counts.describe(extras);
    renamedTo.ifPresent(
        name -> extras.put("renamed_from", resource.currentName()).put("renamed_to", name));
    extras.put("seconds", Duration.between(start, setting.clock().instant()).toMillis() / 1000.0);
    return report;
  }

  /** The address that a list goes on at may have become void; the next one begins anew. */
  private void forgetWhereItWas() {
    if (cursor.next().isPresent() && counts.isEmpty()) {
      store(SweepCursor.START);
    }
  }

  /** What cannot be recorded must not hide what went wrong first. */
  private void recordFailure(ConnectorException failure) {
    try {
      log(
          Json.object()
              .put("state", IngestionState.FAILED.name())
              .put("reason", failure.display())
              .put("code", failure.code().name())
              .put("category", failure.category().name()),
          report());
    } catch (RuntimeException notRecorded) {
      failure.addSuppressed(notRecorded);
    }
  }

  private void log(ObjectNode value, ObjectNode report) {
    value.put("kind", "RECONCILIATION").put("started_at", start.toString()).set("report", report);
    setting
        .sql()
        .run(
            RecurringStatement.INSERT_RUN.text(),
            resource.sourceId(),
            setting.id(),
            Json.write(value));
  }
}
