package io.snowpull.local.engine.task;

import io.snowpull.local.engine.catalog.QualifiedName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task.
 *
 * @param id unique and rising
 * @param queryId null before the statement started
 * @param errorCode null unless it failed
 * @param startedAt null before the statement started
 * @param completedAt null before the end
 */
record TaskRun(
    long id,
    QualifiedName task,
    @Nullable String queryId,
    String text,
    State state,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    Instant scheduledFor,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Origin origin) {

  /** The states of TASK_HISTORY. */
  enum State {
    SCHEDULED,
    EXECUTING,
    SUCCEEDED,
    FAILED,
    FAILED_AND_AUTO_SUSPENDED,
    CANCELLED,
    SKIPPED
  }

  /** What started the run; the names are those of SCHEDULED_FROM. */
  enum Origin {
    SCHEDULE,
    EXECUTE_TASK
  }

  TaskRun started(String newQueryId, Instant at) {
    return new TaskRun(
        id, task, newQueryId, text, State.EXECUTING, null, null, scheduledFor, at, null, origin);
  }

  TaskRun ended(State how, @Nullable String code, @Nullable String message, Instant at) {
    return new TaskRun(
        id, task, queryId, text, how, code, message, scheduledFor, startedAt, at, origin);
  }
}
