package io.snowpull.runtime.lifecycle;

import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.ResourceTasks;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;

/** Stopping and starting all resources at once. Each call can be repeated. */
public final class ConnectorLifecycle {
  private final ResourceRepository repository;
  private final PauseRepository pause;
  private final ResourceTasks tasks;
  private final Clock clock;

  public ConnectorLifecycle(Sql sql, ResourceDesign design, Clock clock) {
    this.repository = new ResourceRepository(sql);
    this.pause = new PauseRepository(sql);
    this.tasks = new ResourceTasks(sql, design);
    this.clock = clock;
  }

  /** Suspends every task; runs that are under way come to their end. */
  public String pause() {
    // First, so that nothing is enabled meanwhile.
    pause.save(true);
    int suspended = 0;
    for (ResourceDefinition resource : repository.present()) {
      if (resource.enabled()) {
        tasks.suspend(resource);
        suspended++;
      }
    }
    return "Connector paused, " + suspended + " tasks suspended";
  }

  /** Starts the schedule of every enabled resource again; disabled ones stay so. */
  public String resume() {
    int resumed = 0;
    for (ResourceDefinition resource : repository.present()) {
      if (resource.enabled()) {
        tasks.resume(resource);
        repository.update(resource.startedAt(clock.instant()));
        resumed++;
      }
    }
    pause.save(false);
    return "Connector resumed, " + resumed + " tasks started";
  }
}
