package io.snowpull.local.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says. Any number of {@link Log} messages may come before the one {@link Returned}
 * or {@link Failed} that ends a request; {@link Ready} comes once, after the start.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerMessage.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = WorkerMessage.Log.class, name = "log"),
  @JsonSubTypes.Type(value = WorkerMessage.Returned.class, name = "returned"),
  @JsonSubTypes.Type(value = WorkerMessage.Failed.class, name = "failed")
})
public sealed interface WorkerMessage {

  /** The worker waits for its first request. */
  record Ready(long processId) implements WorkerMessage {}

  /**
   * A log record of the handler.
   *
   * @param level TRACE, DEBUG, INFO, WARN or ERROR
   * @param epochMillis when it was written, milliseconds since 1970 in UTC
   * @param attributes the key-value pairs of SLF4J's fluent interface and the MDC
   * @param exception class and message of the logged throwable, null without one
   */
  record Log(
      String level,
      String logger,
      String text,
      String thread,
      long epochMillis,
      Map<String, String> attributes,
      @Nullable String exception)
      implements WorkerMessage {}

  /**
   * The handler returned.
   *
   * @param reusable false when code of the handler still runs, so the process must end
   */
  record Returned(SqlValue value, boolean reusable) implements WorkerMessage {}

  /** The request failed; {@code frames} are the handler's own stack frames, innermost first. */
  record Failed(
      FailureKind kind,
      String exceptionClass,
      String text,
      List<String> frames,
      List<String> causes,
      boolean reusable)
      implements WorkerMessage {}

  /** Whose fault a failure is. */
  enum FailureKind {
    /** The handler threw. */
    HANDLER,
    /** No such class or method, or one of a wrong shape. */
    HANDLER_SHAPE,
    /** An argument or the result does not fit its Java type. */
    VALUE,
    /** The session could not be opened. */
    SESSION
  }
}
