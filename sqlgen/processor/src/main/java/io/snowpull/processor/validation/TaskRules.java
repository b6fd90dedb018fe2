package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.TaskDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.regex.Pattern;

/** Rules on tasks that exist from installation on. */
final class TaskRules {

  private static final Pattern SCHEDULE =
      Pattern.compile(
          "[1-9][0-9]* (HOURS?|MINUTES?|SECONDS?)|USING CRON( [0-9A-Z*,/?L#-]+){5} [A-Za-z_/+-]+");
  private static final long LONGEST_MILLIS = 604_800_000;

  private TaskRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    for (TaskDefinition task : application.tasks()) {
      declared.ordinarySchema(task.name().schema(), "task", task.origin());
      if (application.manifestVersion() < 2) {
        faults.add(
            Problem.TASK_MANIFEST_VERSION,
            task.origin(),
            "a task in setup.sql needs privileges that only manifest version 2 grants at"
                + " installation. Set manifestVersion = 2, or create the task in a procedure.");
      }
      if (!SCHEDULE.matcher(task.schedule()).matches()) {
        faults.add(
            Problem.TASK_INVALID_SCHEDULE,
            task.origin(),
            "schedule '"
                + task.schedule()
                + "' is neither '<n> MINUTES' (HOURS, SECONDS) nor 'USING"
                + " CRON <minute> <hour> <day> <month> <weekday> <zone>'.");
      }
      if (task.timeoutMillis() < 1
          || task.timeoutMillis() > LONGEST_MILLIS
          || task.suspendAfterFailures() < 0) {
        faults.add(
            Problem.TASK_LIMITS,
            task.origin(),
            "a run lasts 1 to "
                + LONGEST_MILLIS
                + " milliseconds, and suspendAfterFailures is not"
                + " negative.");
      }
      application.procedures().stream()
          .filter(procedure -> procedure.origin().element().equals(task.origin().element()))
          .filter(procedure -> !procedure.parameters().isEmpty())
          .forEach(procedure -> reportArguments(procedure, task, faults));
    }
  }

  private static void reportArguments(
      ProcedureDefinition procedure, TaskDefinition task, Faults faults) {
    faults.add(
        Problem.TASK_WITH_ARGUMENTS,
        task.origin(),
        "a scheduled procedure takes no arguments, but it takes " + procedure.types() + ".");
  }
}
