package io.snowpull.runtime.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;

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
 * @param enabled false while its objects are still being made
 */
public record ResourceDefinition(
    String key,
    long sourceId,
    String currentName,
    String database,
    ObjectNames names,
    String rendered,
    ResourceOptions options,
    boolean enabled) {

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

  public ResourceDefinition asEnabled(String fingerprint) {
    return new ResourceDefinition(
        key, sourceId, currentName, database, names, fingerprint, options, true);
  }

  public ResourceDefinition renderedAs(String fingerprint) {
    return new ResourceDefinition(
        key, sourceId, currentName, database, names, fingerprint, options, enabled);
  }

  public ResourceDefinition renamed(String newName) {
    return new ResourceDefinition(
        key, sourceId, newName, database, names, rendered, options, enabled);
  }

  /** The same, read with other options from the next run on. */
  public ResourceDefinition with(ResourceOptions newOptions) {
    return new ResourceDefinition(
        key, sourceId, currentName, database, names, rendered, newOptions, enabled);
  }

  ResourceDefinition named(ObjectNames newNames) {
    return new ResourceDefinition(
        key, sourceId, currentName, database, newNames, rendered, options, enabled);
  }

  /** Whether a person who writes this id means this resource. */
  boolean isCalled(String resourceId) {
    return key.equalsIgnoreCase(resourceId) || currentName.equalsIgnoreCase(resourceId);
  }

  ObjectNode toJson() {
    return Json.object()
        .put("enabled", enabled)
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
        value.path("enabled").asBoolean());
  }
}
