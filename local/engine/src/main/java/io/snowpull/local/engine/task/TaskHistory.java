package io.snowpull.local.engine.task;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.HistoryArguments;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code TABLE(INFORMATION_SCHEMA.TASK_HISTORY(...))}.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/task_history
 */
public final class TaskHistory {
  private static final Set<TaskRun.State> FAILED =
      Set.of(
          TaskRun.State.FAILED, TaskRun.State.FAILED_AND_AUTO_SUSPENDED, TaskRun.State.CANCELLED);
  private static final Set<String> ARGUMENTS =
      Set.of(
          "SCHEDULED_TIME_RANGE_START",
          "SCHEDULED_TIME_RANGE_END",
          "RESULT_LIMIT",
          "TASK_NAME",
          "ERROR_ONLY");
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("QUERY_ID"),
          Column.text("NAME"),
          Column.text("DATABASE_NAME"),
          Column.text("SCHEMA_NAME"),
          Column.text("QUERY_TEXT"),
          Column.text("CONDITION_TEXT"),
          Column.text("STATE"),
          Column.text("ERROR_CODE"),
          Column.text("ERROR_MESSAGE"),
          time("SCHEDULED_TIME"),
          time("QUERY_START_TIME"),
          time("NEXT_SCHEDULED_TIME"),
          time("COMPLETED_TIME"),
          Column.text("ROOT_TASK_ID"),
          Column.of("GRAPH_VERSION", SnowflakeType.INTEGER),
          Column.of("RUN_ID", SnowflakeType.INTEGER),
          Column.text("RETURN_VALUE"),
          Column.text("SCHEDULED_FROM"),
          Column.of("ATTEMPT_NUMBER", SnowflakeType.INTEGER),
          Column.text("CONFIG"));

  private final Supplier<TaskScheduler> scheduler;

  public TaskHistory(Supplier<TaskScheduler> scheduler) {
    this.scheduler = scheduler;
  }

  public AccountFunctions functions() {
    return new AccountFunctions(Map.of(), Map.of("TASK_HISTORY", this::call));
  }

  private static Column time(String name) {
    return Column.of(name, SnowflakeType.TIMESTAMP_LTZ);
  }

  private Result call(List<Value> arguments, Map<String, Value> named, Execution execution) {
    HistoryArguments given =
        HistoryArguments.of("TASK_HISTORY", arguments, named, ARGUMENTS, execution);
    List<List<@Nullable Object>> rows =
        scheduler.get().history().stream()
            .filter(run -> isWanted(run, given))
            .filter(run -> isVisible(run, execution))
            .limit(given.limit())
            .map(TaskHistory::row)
            .toList();
    return Result.of(StatementType.SELECT, COLUMNS, rows);
  }

  private static boolean isWanted(TaskRun run, HistoryArguments given) {
    Object name = given.value("TASK_NAME");
    return given.isBetween(
            "SCHEDULED_TIME_RANGE_START", run.scheduledFor(), "SCHEDULED_TIME_RANGE_END")
        && (name == null || run.task().name().equalsIgnoreCase(name.toString()))
        && (!Boolean.TRUE.equals(given.value("ERROR_ONLY")) || FAILED.contains(run.state()));
  }

  private static boolean isVisible(TaskRun run, Execution execution) {
    CatalogObject task =
        execution.snapshot().find(ObjectKey.of(ObjectKind.TASK, run.task())).orElse(null);
    return task == null
        ? execution.services().access().holdsOnAccount(execution.context(), "MONITOR EXECUTION")
        : execution.services().access().sees(execution.context(), task);
  }

  private static List<@Nullable Object> row(TaskRun run) {
    return Rows.row(
        run.queryId(),
        run.task().name(),
        run.task().database(),
        run.task().schema(),
        run.text(),
        null,
        run.state().name(),
        run.errorCode(),
        run.errorMessage(),
        HistoryArguments.time(run.scheduledFor()),
        HistoryArguments.time(run.startedAt()),
        null,
        HistoryArguments.time(run.completedAt()),
        run.task().toSql().toLowerCase(Locale.ROOT),
        BigDecimal.ONE,
        run.id() == 0 ? null : BigDecimal.valueOf(run.id()),
        null,
        run.origin().name(),
        BigDecimal.ONE,
        null);
  }
}
