package io.snowpull.runtime.enabling;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.util.List;

/** The tasks of resources: made, started, stopped. Each call can be repeated. */
public final class ResourceTasks {
  private final Sql sql;
  private final ResourceDesign design;

  public ResourceTasks(Sql sql, ResourceDesign design) {
    this.sql = sql;
    this.design = design;
  }

  /** Makes the tasks as this version renders them, and starts their schedules. */
  void establish(ResourceDefinition resource) {
    run(resource, objects(resource).establishTasks());
    resume(resource);
  }

  /** Starts the schedules. */
  public void resume(ResourceDefinition resource) {
    run(resource, objects(resource).resumeTasks());
  }

  /** Ends the schedules; a run that is under way comes to its end. */
  public void suspend(ResourceDefinition resource) {
    run(resource, objects(resource).suspendTasks());
  }

  /** Ingests once, now, besides the schedule. */
  public void execute(ResourceDefinition resource) {
    run(resource, List.of(objects(resource).ingestion().execute()));
  }

  /**
   * Gives the ingestion another schedule.
   *
   * @param running whether it is to run on it
   * @throws ConnectorException SCHEDULE_INVALID when Snowflake does not take it; then the task goes
   *     on as it was
   */
  public void schedule(ResourceDefinition resource, Schedule schedule, boolean running) {
    ResourceTask task = objects(resource).ingestion();
    run(resource, List.of(task.suspend()));
    try {
      sql.run(task.reschedule(schedule.text()));
    } catch (SqlException e) {
      if (e.doesNotExist()) {
        throw refused(resource, e);
      }
      throw Schedule.invalid(schedule.text(), " " + e.getMessage());
    } finally {
      if (running) {
        run(resource, List.of(task.resume()));
      }
    }
  }

  /** Takes the tasks away; a run that is under way comes to its end. */
  public void drop(ResourceDefinition resource) {
    run(resource, objects(resource).dropTasks());
  }

  private ResourceObjects objects(ResourceDefinition resource) {
    return new ResourceObjects(resource, design);
  }

  private void run(ResourceDefinition resource, List<String> statements) {
    try {
      statements.forEach(sql::run);
    } catch (SqlException e) {
      throw refused(resource, e);
    }
  }

  private ConnectorException refused(ResourceDefinition resource, SqlException e) {
    return new ConnectorException(
        RuntimeError.TASK_REFUSED,
        "Snowflake refuses the task of '"
            + resource.key()
            + "'. Check that the application was granted EXECUTE TASK ON ACCOUNT, and that a"
            + " warehouse is bound to "
            + design.target().warehouseReference()
            + " (CALL PUBLIC.REGISTER_REFERENCE, or on the connector's page); then call"
            + " PUBLIC.ENABLE_RESOURCE('"
            + resource.key()
            + "'), which makes a missing task again. "
            + e.getMessage(),
        e);
  }
}
