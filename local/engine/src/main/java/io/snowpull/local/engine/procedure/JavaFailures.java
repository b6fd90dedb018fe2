package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.worker.protocol.WorkerMessage.Failed;

/** Failures of Java procedures as a client sees them. */
final class JavaFailures {
  private JavaFailures() {}

  static SnowflakeException describe(RoutineDefinition procedure, Failed failure) {
    return switch (failure.kind()) {
      case HANDLER -> thrown(procedure, failure);
      case HANDLER_SHAPE, VALUE ->
          new SnowflakeException(
              "391516",
              "42601",
              "SQL compilation error:\nProcedure "
                  + procedure.name()
                  + " with handler "
                  + procedure.handler()
                  + ": "
                  + failure.text());
      case SESSION ->
          new SnowflakeException(
              SnowflakeException.INTERNAL,
              "XX000",
              "Internal error of the local account: " + failure.text() + " " + failure.causes());
    };
  }

  /** Source: the shape of error 100357, which drivers report for a handler's exception. */
  private static SnowflakeException thrown(RoutineDefinition procedure, Failed failure) {
    StringBuilder text = new StringBuilder("Java Stored Procedure Error: ");
    text.append(failure.exceptionClass());
    if (!failure.text().isEmpty()) {
      text.append(": ").append(failure.text());
    }
    failure.frames().forEach(frame -> text.append("\n\tat ").append(frame));
    failure.causes().forEach(cause -> text.append("\nCaused by: ").append(cause));
    text.append("\n in function ").append(procedure.name().name());
    text.append(" with handler ").append(procedure.handler());
    return new SnowflakeException("100357", "P0000", text.toString());
  }
}
