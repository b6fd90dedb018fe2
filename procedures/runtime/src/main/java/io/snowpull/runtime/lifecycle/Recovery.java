package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.ResourceTasks;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import io.snowpull.runtime.state.StateRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds runs that say RUNNING and write nothing any more, as after a warehouse was killed, and puts
 * them right: they are recorded as failed, can write nothing more, and a new run goes on from their
 * last batch. Schedules that should run and were suspended are started again.
 */
public final class Recovery {
  /** A task ends after an hour; what wrote nothing for longer does not live. */
  static final int MINUTES = 65;

  private final Sql sql;
  private final ResourceDesign design;
  private final Supplier<String> ids;

  /**
   * @param ids names for what takes a resource over from its runs
   */
  public Recovery(Sql sql, ResourceDesign design, Supplier<String> ids) {
    this.sql = sql;
    this.design = design;
    this.ids = ids;
  }

  /** {@code {recovered: [names], started: [names]}}. */
  public ObjectNode recover() {
    return recover(true);
  }

  /** The same, and leaves schedules as they are: none is started. */
  ObjectNode recoverRuns() {
    return recover(false);
  }

  private ObjectNode recover(boolean schedules) {
    Map<String, JsonNode> left = leftRuns();
    boolean paused = new PauseRepository(sql).isPaused();
    ResourceTasks tasks = new ResourceTasks(sql, design);
    ObjectNode report = Json.object();
    ArrayNode recovered = report.putArray("recovered");
    ArrayNode started = report.putArray("started");
    for (ResourceDefinition resource : new ResourceRepository(sql).present()) {
      JsonNode run = left.get(resource.key());
      if (run != null) {
        recover(resource, run);
        recovered.add(resource.key());
      }
      if (!resource.enabled() || paused) {
        continue;
      }
      if (schedules) {
        tasks.resume(resource);
        started.add(resource.key());
      }
      if (run != null) {
        tasks.execute(resource);
      }
    }
    return report;
  }

  private Map<String, JsonNode> leftRuns() {
    Map<String, JsonNode> left = new HashMap<>();
    for (SqlRow row : sql.run(RecurringStatement.SELECT_LEFT_RUNS.text(), MINUTES)) {
      left.put(row.text(0), Json.parse(row.text(1)));
    }
    return left;
  }

  private void recover(ResourceDefinition resource, JsonNode run) {
    sql.run(RecurringStatement.INSERT_CLAIM.text(), resource.sourceId(), ids.get());
    JsonNode ingestion = run.path("ingestion");
    new StateRepository(sql)
        .appendFailure(
            resource.key(),
            run.path("run_id").asText(),
            new ConnectorException(
                RuntimeError.RUN_LEFT,
                "The run of '"
                    + resource.key()
                    + "' ended without a word, as when a warehouse is killed. What it had written"
                    + " is whole; the next run goes on from there."),
            ingestion instanceof ObjectNode progress ? Optional.of(progress) : Optional.empty());
  }
}
