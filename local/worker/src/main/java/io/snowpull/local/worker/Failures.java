package io.snowpull.local.worker;

import io.snowpull.local.worker.protocol.WorkerMessage.Failed;
import io.snowpull.local.worker.protocol.WorkerMessage.FailureKind;
import io.snowpull.local.worker.values.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes what went wrong in a call. */
final class Failures {
  private static final int MOST_CAUSES = 10;

  private Failures() {}

  static Failed of(Throwable failure, boolean reusable) {
    return new Failed(
        kind(failure),
        failure.getClass().getName(),
        failure.getMessage() == null ? "" : failure.getMessage(),
        frames(failure),
        causes(failure),
        reusable);
  }

  private static FailureKind kind(Throwable failure) {
    if (failure instanceof HandlerShapeException) {
      return FailureKind.HANDLER_SHAPE;
    }
    if (failure instanceof ValueException) {
      return FailureKind.VALUE;
    }
    return failure instanceof SessionException ? FailureKind.SESSION : FailureKind.HANDLER;
  }

  /** Up to the worker's own call: what lies below is no business of the procedure's author. */
  private static List<String> frames(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .takeWhile(frame -> !frame.getClassName().startsWith("io.snowpull.local.worker."))
        .filter(frame -> !frame.getClassName().startsWith("jdk.internal.reflect."))
        .filter(frame -> !frame.getClassName().equals("java.lang.reflect.Method"))
        .map(Failures::describe)
        .toList();
  }

  private static String describe(StackTraceElement frame) {
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + "("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  private static List<String> causes(Throwable failure) {
    List<String> causes = new ArrayList<>();
    for (Throwable cause = failure.getCause();
        cause != null && causes.size() < MOST_CAUSES;
        cause = cause.getCause()) {
      causes.add(cause.toString());
    }
    return causes;
  }
}
