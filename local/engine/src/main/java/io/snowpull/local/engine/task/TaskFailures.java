package io.snowpull.local.engine.task;

import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.result.SnowflakeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts failures in a row since a task was resumed, and suspends a task that has too many.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/create-task, parameter
 * SUSPEND_TASK_AFTER_NUM_FAILURES
 */
final class TaskFailures {
  static final String LIMIT = "SUSPEND_TASK_AFTER_NUM_FAILURES";
  static final String DEFAULT_LIMIT = "10";

  private final Map<ObjectKey, Integer> inARow = new ConcurrentHashMap<>();
  private final Map<ObjectKey, Instant> resumed = new ConcurrentHashMap<>();
  private final Catalog catalog;

  TaskFailures(Catalog catalog) {
    this.catalog = catalog;
  }

  void reset(ObjectKey task, Instant now) {
    inARow.remove(task);
    resumed.put(task, now);
  }

  /** When the task was resumed; empty if that was before the account started. */
  Optional<Instant> resumedAt(ObjectKey task) {
    return Optional.ofNullable(resumed.get(task));
  }

  /** The state in which a run ends; cancelled runs count as no failure. */
  TaskRun.State count(TaskDefinition task, @Nullable SnowflakeException failure) {
    if (failure == null) {
      inARow.remove(task.key());
      return TaskRun.State.SUCCEEDED;
    }
    if (failure.code().equals("000604")) {
      return TaskRun.State.CANCELLED;
    }
    int failed = inARow.merge(task.key(), 1, Integer::sum);
    int limit = Integer.parseInt(task.parameters().getOrDefault(LIMIT, DEFAULT_LIMIT));
    if (limit == 0 || failed < limit) {
      return TaskRun.State.FAILED;
    }
    suspend(task.key());
    return TaskRun.State.FAILED_AND_AUTO_SUSPENDED;
  }

  private void suspend(ObjectKey key) {
    catalog.change(
        change -> {
          if (change.snapshot().find(key).orElse(null) instanceof TaskDefinition present) {
            change.put(present.withStarted(false));
          }
          return true;
        });
  }
}
