package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.cursor.CursorRepository;
import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.state.IngestionState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run for one resource: from where the last one stopped to the end, or as far as time and the
 * source allow.
 *
 * <p>It can stop anywhere. Rows and cursor are written in one transaction, so the next run reads
 * again at most what was not written.
 */
public final class IngestionRun {
  private final ResourceDefinition resource;
  private final RunSetting setting;
  private final CursorRepository cursors;
  private final RunWriter writer;

  public IngestionRun(ResourceDefinition resource, RunSetting setting) {
    this.resource = resource;
    this.setting = setting;
    this.cursors = new CursorRepository(setting.sql());
    this.writer = new RunWriter(resource, setting);
  }

  /**
   * Reads on, and records how it went.
   *
   * @param connect opens the source; what it throws is a failure of this run too
   * @return the report: {@code {table_name, rows_count, extras}}
   * @throws ConnectorException when the run failed; that is recorded
   */
  public ObjectNode run(Supplier<Source> connect) {
    try {
      return walk(connect);
    } catch (RuntimeException e) {
      ConnectorException failure = ProcedureEdge.describe(e);
      writer.recordFailure(failure);
      throw failure;
    }
  }

  private ObjectNode walk(Supplier<Source> connect) {
    IngestionCursor cursor = cursors.find(resource.sourceId());
    Instant now = setting.clock().instant();
    if (cursor.notBefore().filter(now::isBefore).isPresent()) {
      return writer.report();
    }
    PatientSource source = new PatientSource(connect.get(), new Patience(setting));
    writer.countRequestsOf(source);
    Instant deadline = now.plus(setting.limits().timeBudget());
    RunReader reader =
        new RunReader(
            resource.sourceId(),
            cursor,
            resource.options().startDate(),
            source,
            writer,
            setting,
            deadline);
    try {
      return readOrWait(reader);
    } catch (FencedException e) {
      return writer.report();
    }
  }

  private ObjectNode readOrWait(RunReader reader) {
    try {
      boolean complete = reader.read();
      writer.flush(reader.cursor());
      IngestionState state = complete ? IngestionState.DONE : IngestionState.CONTINUES;
      return writer.end(state, Optional.empty());
    } catch (WaitException e) {
      writer.flush(reader.cursor().waitingUntil(e.until()));
      return writer.end(IngestionState.WAITING, Optional.of(e.until()));
    }
  }
}
