package io.snowpull.runtime.resource;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.SourceIdentity;
import java.util.List;
import java.util.Optional;

/** Gives each resource a definition of its own, once and for all. */
public final class ResourceRegistry {
  private final ResourceRepository repository;

  public ResourceRegistry(ResourceRepository repository) {
    this.repository = repository;
  }

  /**
   * The stored definition of a resource, made when there is none; repeating the call changes
   * nothing.
   *
   * @param resourceId what the person called it
   * @param identity what the source says it is
   * @param database where its table is to be made
   * @param options what it is read with, where it is not known yet
   * @throws ConnectorException RESOURCE_REPLACED when the name was enabled for another resource
   */
  public ResourceDefinition register(
      String resourceId, SourceIdentity identity, String database, ResourceOptions options) {
    List<ResourceDefinition> all = repository.all();
    Optional<ResourceDefinition> stored = withSourceId(all, identity.id());
    if (stored.isEmpty()) {
      requireNameIsFree(all, resourceId, identity);
      String key = identity.name().equalsIgnoreCase(resourceId) ? identity.name() : resourceId;
      repository.insertIfAbsent(
          new ResourceDefinition(
              key,
              identity.id(),
              identity.name(),
              database,
              NameDerivation.derive(key, identity.id(), names(all, identity.id())),
              "",
              options,
              false));
      // Read again only after the insert: of two resources that are registered at once, the one
      // that was inserted later sees the other, and gives way.
      all = repository.all();
      stored = withSourceId(all, identity.id());
      if (stored.isEmpty()) {
        requireNameIsFree(all, resourceId, identity);
      }
    }
    return settle(stored.orElseThrow(), identity, names(all, identity.id()));
  }

  private ResourceDefinition settle(
      ResourceDefinition stored, SourceIdentity identity, List<ObjectNames> others) {
    ResourceDefinition settled = stored.renamed(identity.name());
    if (stored.status() == ResourceStatus.PREPARING) {
      settled = settled.named(NameDerivation.derive(stored.key(), identity.id(), others));
    }
    if (!settled.equals(stored)) {
      repository.update(settled);
    }
    return settled;
  }

  private static void requireNameIsFree(
      List<ResourceDefinition> all, String resourceId, SourceIdentity identity) {
    Optional<ResourceDefinition> other =
        all.stream().filter(resource -> resource.key().equalsIgnoreCase(resourceId)).findFirst();
    if (other.isPresent()) {
      throw new ConnectorException(
          RuntimeError.RESOURCE_REPLACED,
          "'"
              + resourceId
              + "' was enabled with id "
              + other.get().sourceId()
              + ", but the name now belongs to another resource with id "
              + identity.id()
              + ". Their rows are not mixed: the enabled one goes on by its id; enable the new one"
              + " under another name of its own, or call PUBLIC.DELETE_RESOURCE for the old one first.");
    }
  }

  private static Optional<ResourceDefinition> withSourceId(
      List<ResourceDefinition> all, long sourceId) {
    return all.stream().filter(resource -> resource.sourceId() == sourceId).findFirst();
  }

  private static List<ObjectNames> names(List<ResourceDefinition> all, long exceptSourceId) {
    return all.stream()
        .filter(resource -> resource.sourceId() != exceptSourceId)
        .map(ResourceDefinition::names)
        .toList();
  }
}
