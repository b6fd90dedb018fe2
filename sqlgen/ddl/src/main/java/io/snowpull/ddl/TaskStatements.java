package io.snowpull.ddl;

import java.util.List;
import org.jooq.impl.DSL;

/** Statements for a task of one resource. */
public final class TaskStatements {
  private static final int TIMEOUT_MILLIS = 3_600_000;

  private final Rendering rendering = new Rendering();
  private final List<String> task;

  /**
   * @param task name of the task with its schema
   */
  public TaskStatements(List<String> task) {
    this.task = List.copyOf(task);
  }

  /**
   * Makes the task, suspended; one that is there stays as it is.
   *
   * @param warehouseReference the reference through which the consumer lends a warehouse
   * @param schedule as SCHEDULE takes it
   * @param procedure name of the procedure with its schema; it takes one text argument
   * @param argument that argument
   */
  public String create(
      String warehouseReference, String schedule, List<String> procedure, String argument) {
    // Never suspended after failures: an outage of hours must not end a repository silently.
    return rendering.statement(
        "CREATE TASK IF NOT EXISTS {0} WAREHOUSE = reference({1}) SCHEDULE = {2}"
            + " OVERLAP_POLICY = NO_OVERLAP USER_TASK_TIMEOUT_MS = {3}"
            + " SUSPEND_TASK_AFTER_NUM_FAILURES = 0 AS CALL {4}({5})",
        Rendering.name(task),
        Rendering.text(warehouseReference),
        Rendering.text(schedule),
        DSL.inline(TIMEOUT_MILLIS),
        Rendering.plain(procedure),
        Rendering.text(argument));
  }

  /**
   * Brings a task of an earlier version to what {@link #create} would make now. A task that runs on
   * its schedule cannot be changed, so it is suspended before; {@link #resume} is to follow, unless
   * it is to stay so.
   *
   * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-task">ALTER TASK</a>
   */
  public List<String> renew(String schedule, List<String> procedure, String argument) {
    return List.of(
        rendering.statement("ALTER TASK {0} SUSPEND", Rendering.name(task)),
        rendering.statement(
            "ALTER TASK {0} SET SCHEDULE = {1} USER_TASK_TIMEOUT_MS = {2}"
                + " SUSPEND_TASK_AFTER_NUM_FAILURES = 0",
            Rendering.name(task), Rendering.text(schedule), DSL.inline(TIMEOUT_MILLIS)),
        rendering.statement(
            "ALTER TASK {0} MODIFY AS CALL {1}({2})",
            Rendering.name(task), Rendering.plain(procedure), Rendering.text(argument)));
  }

  /** Lets what runs come to its end, and starts nothing more. A task that is gone is suspended. */
  public String suspend() {
    return rendering.statement("ALTER TASK IF EXISTS {0} SUSPEND", Rendering.name(task));
  }

  /** A task that runs on its schedule has to be suspended before. */
  public String schedule(String schedule) {
    return rendering.statement(
        "ALTER TASK {0} SET SCHEDULE = {1}", Rendering.name(task), Rendering.text(schedule));
  }

  public String drop() {
    return rendering.statement("DROP TASK IF EXISTS {0}", Rendering.name(task));
  }

  public String resume() {
    return rendering.statement("ALTER TASK {0} RESUME", Rendering.name(task));
  }

  /** Runs the task once, now, besides its schedule. */
  public String execute() {
    return rendering.statement("EXECUTE TASK {0}", Rendering.name(task));
  }
}
