package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.ResourceObjects;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources that there are, each with what was wanted and how it stands. */
public final class ResourceList {
  private final Sql sql;
  private final ResourceDesign design;

  public ResourceList(Sql sql, ResourceDesign design) {
    this.sql = sql;
    this.design = design;
  }

  /**
   * One object each: {@code resource, current_name, status, schedule, table, view, task, state,
   * state_at, rows_count, code, reason}; the last five are null where nothing is known.
   */
  public ArrayNode all() {
    Map<String, SqlRow> states = new HashMap<>();
    for (SqlRow row : sql.run(RecurringStatement.SELECT_NEWEST_STATES.text())) {
      states.put(row.text(0), row);
    }
    ArrayNode list = Json.object().arrayNode();
    for (ResourceDefinition resource : new ResourceRepository(sql).present()) {
      list.add(describe(resource, states.get(resource.key())));
    }
    return list;
  }

  private ObjectNode describe(ResourceDefinition resource, @Nullable SqlRow newest) {
    JsonNode state = newest == null ? Json.object() : Json.parse(newest.text(2));
    ObjectNode json =
        Json.object()
            .put("resource", resource.key())
            .put("current_name", resource.currentName())
            .put("status", resource.status().name())
            .put("schedule", new ResourceObjects(resource, design).schedule())
            .put("table", resource.table())
            .put("view", resource.view())
            .put("task", "TASKS." + resource.names().task())
            .put("state", state.path("state").textValue())
            .put("state_at", newest == null ? null : newest.textOrNull(1));
    JsonNode rows = state.path("ingestion").path("rows_count");
    json.put("rows_count", rows.isIntegralNumber() ? (Long) rows.longValue() : null);
    return json.put("code", state.path("code").textValue())
        .put("reason", state.path("reason").textValue());
  }
}
