package io.snowpull.local.engine.task;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 10_000;
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
    if (!arguments.isEmpty()) {
      throw SnowflakeException.unsupported("TASK_HISTORY with arguments by position");
    }
    for (String name : named.keySet()) {
      if (!ARGUMENTS.contains(name)) {
        throw SnowflakeException.unsupported("argument " + name + " of TASK_HISTORY");
      }
    }
    List<List<@Nullable Object>> rows =
        scheduler.get().history().stream()
            .filter(run -> isWanted(run, named, execution))
            .filter(run -> isVisible(run, execution))
            .limit(limit(named))
            .map(TaskHistory::row)
            .toList();
    return Result.of(StatementType.SELECT, COLUMNS, rows);
  }

  private static boolean isWanted(TaskRun run, Map<String, Value> named, Execution execution) {
    ZoneId zone = execution.session().parameters().zone();
    Instant from = instant(named.get("SCHEDULED_TIME_RANGE_START"), zone);
    Instant to = instant(named.get("SCHEDULED_TIME_RANGE_END"), zone);
    Value name = named.get("TASK_NAME");
    Value errors = named.get("ERROR_ONLY");
    return (from == null || !run.scheduledFor().isBefore(from))
        && (to == null || !run.scheduledFor().isAfter(to))
        && (name == null || run.task().name().equalsIgnoreCase(String.valueOf(name.content())))
        && (errors == null
            || !Boolean.TRUE.equals(errors.content())
            || FAILED.contains(run.state()));
  }

  private static boolean isVisible(TaskRun run, Execution execution) {
    CatalogObject task =
        execution.snapshot().find(ObjectKey.of(ObjectKind.TASK, run.task())).orElse(null);
    return task == null
        ? execution.services().access().holdsOnAccount(execution.context(), "MONITOR EXECUTION")
        : execution.services().access().sees(execution.context(), task);
  }

  private static long limit(Map<String, Value> named) {
    Value limit = named.get("RESULT_LIMIT");
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit.content() instanceof BigDecimal number
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
      return number.longValue();
    }
    throw SnowflakeException.compilationError("RESULT_LIMIT of TASK_HISTORY is 1 to " + MOST);
  }

  private static @Nullable Instant instant(@Nullable Value value, ZoneId zone) {
    Object content = value == null ? null : value.content();
    if (content == null) {
      return null;
    }
    if (content instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (content instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    if (content instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant();
    }
    throw SnowflakeException.compilationError(
        "the time range of TASK_HISTORY is given by timestamps");
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
        time(run.scheduledFor()),
        time(run.startedAt()),
        null,
        time(run.completedAt()),
        run.task().toSql().toLowerCase(Locale.ROOT),
        BigDecimal.ONE,
        run.id() == 0 ? null : BigDecimal.valueOf(run.id()),
        null,
        run.origin().name(),
        BigDecimal.ONE,
        null);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
