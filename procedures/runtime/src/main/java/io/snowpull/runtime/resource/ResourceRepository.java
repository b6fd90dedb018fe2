package io.snowpull.runtime.resource;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.List;
import java.util.Optional;

/** STATE.RESOURCE_CONFIGURATION: every resource ever enabled, with the names that it owns. */
public final class ResourceRepository {
  private final Sql sql;

  public ResourceRepository(Sql sql) {
    this.sql = sql;
  }

  public List<ResourceDefinition> all() {
    return sql.run(RecurringStatement.SELECT_RESOURCES.text()).stream()
        .map(row -> ResourceDefinition.of(row.text(0), Json.parse(row.text(1))))
        .toList();
  }

  /**
   * The resource that a person or a task means by this id.
   *
   * @throws ConnectorException RESOURCE_NOT_ENABLED when there is none
   */
  public ResourceDefinition require(String resourceId) {
    return find(resourceId)
        .orElseThrow(
            () ->
                new ConnectorException(
                    RuntimeError.RESOURCE_NOT_ENABLED,
                    "'"
                        + resourceId
                        + "' is not enabled. Call PUBLIC.ENABLE_RESOURCE('"
                        + resourceId
                        + "') first."));
  }

  /** The resource that a person means by this id, unless it was deleted. */
  public Optional<ResourceDefinition> find(String resourceId) {
    return find(present(), resourceId);
  }

  /** The same, even if it was deleted and only its data was kept. */
  public Optional<ResourceDefinition> findAny(String resourceId) {
    return find(all(), resourceId);
  }

  /** Those that were not deleted. */
  public List<ResourceDefinition> present() {
    return all().stream().filter(resource -> resource.status() != ResourceStatus.DELETED).toList();
  }

  /** The resource called so among these, by the name it was enabled as before any newer name. */
  static Optional<ResourceDefinition> find(List<ResourceDefinition> all, String resourceId) {
    return all.stream()
        .filter(resource -> resource.key().equalsIgnoreCase(resourceId))
        .findFirst()
        .or(() -> all.stream().filter(resource -> resource.isCalled(resourceId)).findFirst());
  }

  /** Adds a resource unless one of its key or of its source id is stored already. */
  void insertIfAbsent(ResourceDefinition resource) {
    sql.run(
        RecurringStatement.INSERT_RESOURCE.text(), resource.key(), Json.write(resource.toJson()));
  }

  /** Forgets a resource; its names are free from then on. */
  public void delete(ResourceDefinition resource) {
    sql.run(RecurringStatement.DELETE_RESOURCE.text(), resource.key());
  }

  /** Replaces the stored resource of the same key. */
  public void update(ResourceDefinition resource) {
    sql.run(
        RecurringStatement.UPDATE_RESOURCE.text(), Json.write(resource.toJson()), resource.key());
  }
}
