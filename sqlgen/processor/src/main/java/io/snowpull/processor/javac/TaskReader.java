package io.snowpull.processor.javac;

import io.snowpull.annotations.ScheduledTask;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.TaskDefinition;

/** Reads {@link ScheduledTask}. */
final class TaskReader {

  private TaskReader() {}

  static TaskDefinition read(Origin origin, ScheduledTask task, ProcedureDefinition procedure) {
    Identifier name = task.name().isEmpty() ? procedure.name().name() : new Identifier(task.name());
    return new TaskDefinition(
        origin,
        new QualifiedName(new Identifier(task.schema()), name),
        procedure.name(),
        task.schedule(),
        task.timeoutMillis(),
        task.suspendAfterFailures());
  }
}
