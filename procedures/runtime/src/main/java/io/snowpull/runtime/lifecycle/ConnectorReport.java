package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.Map;
import java.util.TreeMap;

/** How the connector stands as a whole. */
public final class ConnectorReport {
  private final Sql sql;
  private final ResourceDesign design;

  public ConnectorReport(Sql sql, ResourceDesign design) {
    this.sql = sql;
    this.design = design;
  }

  /**
   * {@code {status, reasons, resources, states, retention_days}}: the status is NOT_PROVISIONED,
   * PAUSED, ATTENTION where there are reasons, or RUNNING; resources are counted by status and by
   * state.
   */
  public ObjectNode report() {
    ArrayNode reasons = new Conditions(sql).all();
    boolean provisioned = new ConfigurationRepository(sql).find().isPresent();
    boolean paused = new PauseRepository(sql).isPaused();
    ObjectNode report = Json.object();
    report.put(
        "status",
        !provisioned
            ? "NOT_PROVISIONED"
            : paused ? "PAUSED" : reasons.isEmpty() ? "RUNNING" : "ATTENTION");
    if (!provisioned) {
      reasons
          .addObject()
          .put("condition", "NOT_PROVISIONED")
          .put("detail", "The connector has no configuration.")
          .put("way_out", "Provision it: CALL PUBLIC.PROVISION_CONNECTOR(PARSE_JSON('{...}'))");
    }
    report.set("reasons", reasons);
    Map<String, Integer> byStatus = new TreeMap<>();
    Map<String, Integer> byState = new TreeMap<>();
    for (JsonNode resource : new ResourceList(sql, design).all()) {
      byStatus.merge(resource.path("status").asText(), 1, Integer::sum);
      byState.merge(resource.path("state").asText("NONE"), 1, Integer::sum);
    }
    ObjectNode resources = report.putObject("resources");
    byStatus.forEach(resources::put);
    ObjectNode states = report.putObject("states");
    byState.forEach(states::put);
    report.put("retention_days", new History(sql).retention());
    return report;
  }
}
