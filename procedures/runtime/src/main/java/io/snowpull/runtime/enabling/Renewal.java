package io.snowpull.runtime.enabling;

import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import io.snowpull.runtime.state.StateRepository;
import java.util.Optional;

/**
 * Renders the objects of every enabled resource again after an upgrade, where the new version
 * renders them otherwise than the one that made them.
 *
 * <p>A resource that cannot be renewed keeps what it has, and its state says so; the others go on.
 */
public final class Renewal {
  private final Sql sql;
  private final ResourceDesign design;
  private final String runId;

  /**
   * @param runId names this renewal in the state of a resource that fails
   */
  public Renewal(Sql sql, ResourceDesign design, String runId) {
    this.sql = sql;
    this.design = design;
    this.runId = runId;
  }

  /**
   * How many resources were enabled, renewed and failed.
   *
   * @param enabled all that there are
   */
  public record Outcome(int enabled, int renewed, int failed) {}

  public Outcome renew() {
    ResourceRepository repository = new ResourceRepository(sql);
    boolean paused = new PauseRepository(sql).isPaused();
    int enabled = 0;
    int renewed = 0;
    int failed = 0;
    for (ResourceDefinition resource : repository.all()) {
      if (!resource.enabled()) {
        continue;
      }
      enabled++;
      ResourceObjects objects = new ResourceObjects(resource, design);
      if (resource.rendered().equals(objects.fingerprint())) {
        continue;
      }
      try {
        renew(objects, paused);
        repository.update(resource.renderedAs(objects.fingerprint()));
        renewed++;
      } catch (SqlException e) {
        record(resource, e);
        failed++;
      }
    }
    if (renewed > 0) {
      new CombinedViews(sql, design).renew();
    }
    return new Outcome(enabled, renewed, failed);
  }

  private void renew(ResourceObjects objects, boolean paused) {
    try {
      objects.createTables().forEach(sql::run);
      objects.createView().forEach(sql::run);
      objects.establishTasks().forEach(sql::run);
      if (!paused) {
        objects.resumeTasks().forEach(sql::run);
      }
    } catch (SqlException e) {
      if (!paused) {
        resume(objects, e);
      }
      throw e;
    }
  }

  /** A task that was suspended to be changed must not stay so. */
  private void resume(ResourceObjects objects, SqlException cause) {
    for (String resume : objects.resumeTasks()) {
      try {
        sql.run(resume);
      } catch (SqlException alsoFailed) {
        cause.addSuppressed(alsoFailed);
      }
    }
  }

  private void record(ResourceDefinition resource, SqlException e) {
    ConnectorException failure =
        new ConnectorException(
            RuntimeError.RENEWAL_FAILED,
            "The view and the task of '"
                + resource.key()
                + "' are still those of the version before the upgrade. Call"
                + " PUBLIC.ENABLE_RESOURCE('"
                + resource.key()
                + "') to make them again. "
                + e.getMessage(),
            e);
    new StateRepository(sql).appendFailure(resource.key(), runId, failure, Optional.empty());
  }
}
