package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.state.IngestionState;
import io.snowpull.runtime.state.StateRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run for one resource: every page of it, each merged by one statement.
 *
 * <p>A run can stop anywhere: the next one reads from the start and merges by id.
 */
public final class IngestionRun {
  private final String id;
  private final ResourceDefinition resource;
  private final SinkTable sink;
  private final StateRepository states;
  private final InstantSource clock;
  private IngestionProgress progress = IngestionProgress.START;
  private @Nullable ObjectNode reported;

  public IngestionRun(String id, ResourceDefinition resource, Sql sql, InstantSource clock) {
    this.id = id;
    this.resource = resource;
    this.sink = new SinkTable(sql, resource.table());
    this.states = new StateRepository(sql);
    this.clock = clock;
  }

  /**
   * Reads to the end, and records RUNNING after each page and DONE or FAILED at last.
   *
   * @param connect opens the source; what it throws is a failure of this run too
   * @return the last page's report: {@code {table_name, rows_count, extras}}
   */
  public ObjectNode run(Supplier<Source> connect) {
    try {
      return walk(connect.get());
    } catch (RuntimeException e) {
      ConnectorException failure = ProcedureEdge.describe(e);
      record(failure);
      throw failure;
    }
  }

  private void record(ConnectorException failure) {
    try {
      states.appendFailure(resource.key(), id, failure, Optional.ofNullable(reported));
    } catch (RuntimeException notRecorded) {
      // What went wrong first is what the caller has to know.
      failure.addSuppressed(notRecorded);
    }
  }

  private ObjectNode walk(Source source) {
    Instant start = clock.instant();
    SourcePage page = source.first(resource.sourceId());
    ObjectNode report = take(page, start);
    while (page.next().isPresent()) {
      page = source.next(resource.sourceId(), page.next().get());
      report = take(page, start);
    }
    states.append(resource.key(), IngestionState.DONE, id, report);
    return report;
  }

  private ObjectNode take(SourcePage page, Instant start) {
    progress = progress.after(page, sink.merge(page.records()));
    Duration elapsed = Duration.between(start, clock.instant());
    ObjectNode report = progress.toJson(resource.table(), sink.rows(), elapsed, page);
    states.append(resource.key(), IngestionState.RUNNING, id, report);
    reported = report;
    return report;
  }
}
