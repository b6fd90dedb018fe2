package io.snowpull.runtime.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One resource as it is stored.
 *
 * @param key what it was enabled as; it never changes, even if the source renames the resource
 * @param sourceId the source's numeric id, which never changes either
 * @param currentName what the source calls it now
 * @param database where its table and view are
 * @param names its objects
 * @param rendered fingerprint of the statements that made its objects; empty when not known
 * @param options what it is read with
 * @param status what was last wanted of it
 * @param schedule when its task runs; empty for as often as the connector's resources do
 * @param enabledAt when its task was last started; empty where an earlier version did that
 */
public record ResourceDefinition(
    String key,
    long sourceId,
    String currentName,
    String database,
    ObjectNames names,
    String rendered,
    ResourceOptions options,
    ResourceStatus status,
    Optional<Schedule> schedule,
    Optional<Instant> enabledAt) {
  private static final long USUAL_GAP = 30;

  /** A resource that runs as often as most. */
  public ResourceDefinition(
      String key,
      long sourceId,
      String currentName,
      String database,
      ObjectNames names,
      String rendered,
      ResourceOptions options,
      boolean enabled) {
    this(
        key,
        sourceId,
        currentName,
        database,
        names,
        rendered,
        options,
        enabled ? ResourceStatus.ENABLED : ResourceStatus.PREPARING,
        Optional.empty(),
        Optional.empty());
  }

  /** The full name of the sink table. */
  public String table() {
    return database + ".PUBLIC." + names.table();
  }

  /** The full name of the flattening view. */
  public String view() {
    return database + ".PUBLIC." + names.view();
  }

  /** The full name of the table that orders the batches of its runs. */
  public String fence() {
    return "STATE." + names.fence();
  }

  public boolean enabled() {
    return status == ResourceStatus.ENABLED;
  }

  /** With its task started now. */
  public ResourceDefinition startedAt(Instant now) {
    ResourceStatus started = ResourceStatus.ENABLED;
    return copy(currentName, names, rendered, options, started, schedule, Optional.of(now));
  }

  public ResourceDefinition as(ResourceStatus newStatus) {
    return copy(currentName, names, rendered, options, newStatus, schedule, enabledAt);
  }

  public ResourceDefinition scheduled(Schedule chosen) {
    return copy(currentName, names, rendered, options, status, Optional.of(chosen), enabledAt);
  }

  public ResourceDefinition renderedAs(String fingerprint) {
    return copy(currentName, names, fingerprint, options, status, schedule, enabledAt);
  }

  public ResourceDefinition renamed(String newName) {
    return copy(newName, names, rendered, options, status, schedule, enabledAt);
  }

  /** The same, read with other options from the next run on. */
  public ResourceDefinition with(ResourceOptions newOptions) {
    return copy(currentName, names, rendered, newOptions, status, schedule, enabledAt);
  }

  ResourceDefinition named(ObjectNames newNames) {
    return copy(currentName, newNames, rendered, options, status, schedule, enabledAt);
  }

  /** What never changes of a resource is taken over. */
  private ResourceDefinition copy(
      String newName,
      ObjectNames newNames,
      String fingerprint,
      ResourceOptions newOptions,
      ResourceStatus newStatus,
      Optional<Schedule> newSchedule,
      Optional<Instant> startedAt) {
    return new ResourceDefinition(
        key,
        sourceId,
        newName,
        database,
        newNames,
        fingerprint,
        newOptions,
        newStatus,
        newSchedule,
        startedAt);
  }

  /** Whether a person who writes this id means this resource. */
  boolean isCalled(String resourceId) {
    return key.equalsIgnoreCase(resourceId) || currentName.equalsIgnoreCase(resourceId);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    schedule.ifPresent(chosen -> json.put("schedule", chosen.text()));
    OptionalLong gap = schedule.map(Schedule::longestGap).orElse(OptionalLong.of(USUAL_GAP));
    gap.ifPresent(minutes -> json.put("longest_gap_minutes", minutes));
    enabledAt.ifPresent(at -> json.put("enabled_at", at.toString()));
    return json.put("enabled", enabled())
        .put("status", status.name())
        .put("source_id", sourceId)
        .put("current_name", currentName)
        .put("database", database)
        .put("name", names.base())
        .put("table", table())
        .put("view", view())
        .put("task", "TASKS." + names.task())
        .put("reconciliation_task", "TASKS." + names.reconciliationTask())
        .put("rendered", rendered)
        .set("options", options.document());
  }

  static ResourceDefinition of(String key, JsonNode value) {
    if (!value.path("source_id").isIntegralNumber()
        || !value.path("current_name").isTextual()
        || !value.path("database").isTextual()
        || !value.path("name").isTextual()) {
      throw new ConnectorException(
          RuntimeError.STORED_VALUE_INVALID,
          "The row '"
              + key
              + "' of STATE.RESOURCE_CONFIGURATION was not written by this connector: "
              + value);
    }
    return new ResourceDefinition(
        key,
        value.path("source_id").longValue(),
        value.path("current_name").textValue(),
        value.path("database").textValue(),
        new ObjectNames(value.path("name").textValue()),
        value.path("rendered").asText(""),
        ResourceOptions.stored(value.path("options")),
        status(value),
        Optional.ofNullable(value.path("schedule").textValue()).map(Schedule::new),
        Optional.ofNullable(value.path("enabled_at").textValue()).map(Instant::parse));
  }

  /** Version 0.1 stored only whether a resource was enabled. */
  private static ResourceStatus status(JsonNode value) {
    String text = value.path("status").asText();
    for (ResourceStatus status : ResourceStatus.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    return value.path("enabled").asBoolean() ? ResourceStatus.ENABLED : ResourceStatus.PREPARING;
  }
}
