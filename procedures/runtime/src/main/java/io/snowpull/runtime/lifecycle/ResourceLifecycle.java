package io.snowpull.runtime.lifecycle;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.ddl.recurring.StagedLoad;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.enabling.CombinedViews;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.ResourceObjects;
import io.snowpull.runtime.enabling.ResourceTasks;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.ResourceStatus;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people do with a resource after it was enabled. Each call can be repeated. */
public final class ResourceLifecycle {
  /** Stands for every resource in {@link #schedule}. */
  private static final String ALL = "*";

  private final Sql sql;
  private final ResourceDesign design;
  private final ResourceRepository repository;
  private final ResourceTasks tasks;
  private final Supplier<String> ids;
  private final Clock clock;

  /**
   * @param ids names for what takes a resource over from its runs
   */
  public ResourceLifecycle(Sql sql, ResourceDesign design, Supplier<String> ids, Clock clock) {
    this.sql = sql;
    this.design = design;
    this.repository = new ResourceRepository(sql);
    this.tasks = new ResourceTasks(sql, design);
    this.ids = ids;
    this.clock = clock;
  }

  /** Suspends the task; a run that is under way comes to its end, and the data stays. */
  public String disable(String resourceId) {
    ResourceDefinition resource = require(resourceId);
    tasks.suspend(resource);
    repository.update(resource.as(ResourceStatus.DISABLED));
    return resource.key() + " disabled";
  }

  /** Starts the schedule of a disabled resource again; it goes on where it stopped. */
  public String resume(String resourceId) {
    new PauseRepository(sql).requireRunning();
    ResourceDefinition resource = require(resourceId);
    tasks.resume(resource);
    repository.update(resource.startedAt(clock.instant()));
    return resource.key() + " resumed";
  }

  /** Starts a run now, besides the schedule. */
  public String runNow(String resourceId) {
    ResourceDefinition resource = requireRunning(resourceId);
    tasks.execute(resource);
    return resource.key() + " runs";
  }

  /**
   * Reads the resource from its first row again, and starts with it now. What was kept aside is
   * forgotten: it is kept again where it still cannot be written.
   */
  public String fullReload(String resourceId) {
    ResourceDefinition resource = requireRunning(resourceId);
    new Takeover(sql, ids.get()).rewind(resource);
    sql.run(RecurringStatement.DELETE_PARKED.text(), resource.sourceId());
    tasks.execute(resource);
    return resource.key() + " is read again from the start";
  }

  /**
   * Gives one resource, or all of them for {@code *}, another schedule.
   *
   * @return a message for people
   */
  public String schedule(String resourceId, String text) {
    Schedule schedule = Schedule.parse(text);
    List<ResourceDefinition> chosen =
        resourceId.strip().equals(ALL) ? made() : List.of(require(resourceId));
    boolean paused = new PauseRepository(sql).isPaused();
    for (ResourceDefinition resource : chosen) {
      if (!resource.schedule().equals(Optional.of(schedule))) {
        tasks.schedule(resource, schedule, resource.enabled() && !paused);
        ResourceDefinition scheduled = resource.scheduled(schedule);
        repository.update(
            scheduled.renderedAs(new ResourceObjects(scheduled, design).fingerprint()));
      }
    }
    return (resourceId.strip().equals(ALL) ? chosen.size() + " resources" : chosen.get(0).key())
        + " scheduled: "
        + schedule.text();
  }

  /**
   * Takes away the task of a resource, and its table and view if that is wanted. Without its data
   * its names stay taken, so that no other resource writes to its table; enabled again, it goes on
   * where it stopped.
   */
  public String delete(String resourceId, boolean withData) {
    Optional<ResourceDefinition> found = repository.findAny(resourceId);
    if (found.isEmpty()) {
      return resourceId + " was not there";
    }
    ResourceDefinition resource = found.get();
    tasks.drop(resource);
    if (!withData) {
      repository.update(resource.as(ResourceStatus.DELETED));
      new CombinedViews(sql, design).renew();
      return resource.key() + " deleted, its data kept in " + resource.table();
    }
    // The views over all resources come first: one that reads what is gone would be broken.
    repository.update(resource.as(ResourceStatus.DELETED));
    new CombinedViews(sql, design).renew();
    deleteData(resource);
    repository.delete(resource);
    return resource.key() + " deleted with its data";
  }

  private void deleteData(ResourceDefinition resource) {
    ResourceObjects objects = new ResourceObjects(resource, design);
    try {
      new Takeover(sql, ids.get()).rewind(resource);
    } catch (SqlException e) {
      // An earlier call may have come so far that the fence is gone.
      if (!e.doesNotExist()) {
        throw e;
      }
    }
    for (String statement : objects.dropData()) {
      runUnlessGone(statement);
    }
    runUnlessGone(StagedLoad.removeLeft(resource.sourceId()));
    sql.run(RecurringStatement.DELETE_PARKED.text(), resource.sourceId());
    runUnlessGone(objects.dropFence());
  }

  /** The whole database may be gone, if its owner has dropped it. */
  private void runUnlessGone(String statement) {
    try {
      sql.run(statement);
    } catch (SqlException e) {
      if (!e.doesNotExist()) {
        throw e;
      }
    }
  }

  private List<ResourceDefinition> made() {
    return repository.present().stream()
        .filter(resource -> resource.status() != ResourceStatus.PREPARING)
        .toList();
  }

  /** A resource that has all its objects. */
  private ResourceDefinition require(String resourceId) {
    ResourceDefinition resource = repository.require(resourceId);
    if (resource.status() == ResourceStatus.PREPARING) {
      throw new ConnectorException(
          RuntimeError.RESOURCE_NOT_ENABLED,
          "Enabling '"
              + resource.key()
              + "' did not come to its end. Call PUBLIC.ENABLE_RESOURCE('"
              + resource.key()
              + "') again, or PUBLIC.DELETE_RESOURCE to give it up.");
    }
    return resource;
  }

  private ResourceDefinition requireRunning(String resourceId) {
    new PauseRepository(sql).requireRunning();
    ResourceDefinition resource = require(resourceId);
    if (!resource.enabled()) {
      throw new ConnectorException(
          RuntimeError.RESOURCE_DISABLED,
          "'"
              + resource.key()
              + "' is disabled. Call PUBLIC.RESUME_RESOURCE('"
              + resource.key()
              + "') first.");
    }
    return resource;
  }
}
