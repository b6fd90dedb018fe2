package io.snowpull.runtime.enabling;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.resource.ResourceRegistry;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes a resource ready to be ingested, and starts its first run.
 *
 * <p>Every step can be repeated; a call that failed half way is mended by calling again.
 */
public final class Enabling {
  private final Sql sql;
  private final ResourceDesign design;
  private final Clock clock;

  public Enabling(Sql sql, ResourceDesign design, Clock clock) {
    this.sql = sql;
    this.design = design;
    this.clock = clock;
  }

  /** Enables a resource with the options it has, or with none. */
  public void enable(String resourceId, ConnectorConfiguration configuration, Source source) {
    enable(resourceId, configuration, source, Optional.empty());
  }

  /**
   * Enables a resource.
   *
   * @param options what it is read with from now on; empty for what it has been read with
   */
  public void enable(
      String resourceId,
      ConnectorConfiguration configuration,
      Source source,
      Optional<ResourceOptions> options) {
    enable(resourceId, configuration, source.identify(resourceId), options, Optional.empty());
    new CombinedViews(sql, design).renew();
  }

  /**
   * Enables what the source says it is.
   *
   * @param schedule empty to leave it as it is
   * @throws ConnectorException CONNECTOR_PAUSED before anything is made
   */
  void enable(
      String resourceId,
      ConnectorConfiguration configuration,
      SourceIdentity identity,
      Optional<ResourceOptions> options,
      Optional<Schedule> schedule) {
    new PauseRepository(sql).requireRunning();
    ResourceRepository repository = new ResourceRepository(sql);
    ResourceDefinition resource =
        new ResourceRegistry(repository)
            .register(
                resourceId,
                identity,
                configuration.destinationDatabase().text(),
                options.orElse(ResourceOptions.NONE));
    if (options.isPresent()) {
      resource = resource.with(options.get());
    }
    if (schedule.isPresent()) {
      resource = resource.scheduled(schedule.get());
    }
    ResourceObjects objects = new ResourceObjects(resource, design);
    objects.createTables().forEach(sql::run);
    sql.run(RecurringStatement.FILL_FENCE.text(), resource.fence(), resource.fence());
    objects.createView().forEach(sql::run);
    ResourceTasks tasks = new ResourceTasks(sql, design);
    tasks.establish(resource);
    repository.update(resource.renderedAs(objects.fingerprint()).startedAt(clock.instant()));
    tasks.execute(resource);
  }
}
