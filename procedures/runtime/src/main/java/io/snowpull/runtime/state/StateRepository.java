package io.snowpull.runtime.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.Optional;

/** STATE.APP_STATE: rows are only ever added, and the newest row of a key is its state. */
public final class StateRepository {
  private final Sql sql;

  public StateRepository(Sql sql) {
    this.sql = sql;
  }

  /** Adds a state that a run has reached. */
  public void append(String resource, IngestionState state, String runId, ObjectNode ingestion) {
    ObjectNode value = value(state, runId);
    value.set("ingestion", ingestion);
    insert(resource, value);
  }

  /**
   * Adds the end of a run that failed.
   *
   * @param ingestion how far the run came; empty when it failed before its first page
   */
  public void appendFailure(
      String resource, String runId, ConnectorException failure, Optional<ObjectNode> ingestion) {
    ObjectNode value = value(IngestionState.FAILED, runId);
    value.put("reason", failure.display());
    value.put("code", failure.code().name());
    value.put("category", failure.category().name());
    ingestion.ifPresent(progress -> value.set("ingestion", progress));
    insert(resource, value);
  }

  private static ObjectNode value(IngestionState state, String runId) {
    return Json.object().put("state", state.name()).put("run_id", runId);
  }

  private void insert(String resource, ObjectNode value) {
    sql.run(RecurringStatement.INSERT_STATE.text(), resource, Json.write(value));
  }
}
