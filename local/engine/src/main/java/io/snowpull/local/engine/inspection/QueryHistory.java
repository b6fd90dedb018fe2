package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.HistoryArguments;
import io.snowpull.local.engine.execution.Query;
import io.snowpull.local.engine.execution.QueryOutcome;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code TABLE(INFORMATION_SCHEMA.QUERY_HISTORY(..))} and its forms by session and by user, newest
 * first: what the account remembers since it was started.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/functions/query_history">QUERY_HISTORY</a>
 */
public final class QueryHistory {

  private static final Set<String> ARGUMENTS =
      Set.of(
          "END_TIME_RANGE_START",
          "END_TIME_RANGE_END",
          "RESULT_LIMIT",
          "SESSION_ID",
          "USER_NAME",
          "INCLUDE_CLIENT_GENERATED_STATEMENT");
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("QUERY_ID"),
          Column.text("QUERY_TEXT"),
          Column.text("DATABASE_NAME"),
          Column.text("SCHEMA_NAME"),
          Column.text("QUERY_TYPE"),
          Column.of("SESSION_ID", SnowflakeType.INTEGER),
          Column.text("USER_NAME"),
          Column.text("ROLE_NAME"),
          Column.text("WAREHOUSE_NAME"),
          Column.text("QUERY_TAG"),
          Column.text("EXECUTION_STATUS"),
          Column.text("ERROR_CODE"),
          Column.text("ERROR_MESSAGE"),
          Column.of("START_TIME", SnowflakeType.TIMESTAMP_LTZ),
          Column.of("END_TIME", SnowflakeType.TIMESTAMP_LTZ),
          Column.of("TOTAL_ELAPSED_TIME", SnowflakeType.INTEGER),
          Column.of("ROWS_PRODUCED", SnowflakeType.INTEGER));

  private QueryHistory() {}

  public static AccountFunctions functions() {
    return new AccountFunctions(
        Map.of(),
        Map.of(
            "QUERY_HISTORY",
            (arguments, named, execution) ->
                list(given("QUERY_HISTORY", arguments, named, execution), query -> true, execution),
            "QUERY_HISTORY_BY_SESSION",
            QueryHistory::bySession,
            "QUERY_HISTORY_BY_USER",
            QueryHistory::byUser));
  }

  private static Result bySession(
      List<Value> arguments, Map<String, Value> named, Execution execution) {
    HistoryArguments given = given("QUERY_HISTORY_BY_SESSION", arguments, named, execution);
    long session =
        given.value("SESSION_ID") instanceof BigDecimal id
            ? id.longValue()
            : execution.session().id();
    return list(given, query -> query.session().id() == session, execution);
  }

  private static Result byUser(
      List<Value> arguments, Map<String, Value> named, Execution execution) {
    HistoryArguments given = given("QUERY_HISTORY_BY_USER", arguments, named, execution);
    Object name = given.value("USER_NAME");
    String user = name == null ? execution.session().user() : name.toString();
    return list(given, query -> query.session().user().equalsIgnoreCase(user), execution);
  }

  private static HistoryArguments given(
      String function, List<Value> arguments, Map<String, Value> named, Execution execution) {
    return HistoryArguments.of(function, arguments, named, ARGUMENTS, execution);
  }

  /** A user sees his own queries, the account's administrator those of all. */
  private static Result list(HistoryArguments given, Predicate<Query> wanted, Execution execution) {
    boolean all = execution.context().principal().displayName().equals(AccessControl.ACCOUNTADMIN);
    String user = execution.session().user();
    List<Query> queries = new ArrayList<>(execution.services().queries().all());
    Collections.reverse(queries);
    return Result.of(
        StatementType.SELECT,
        COLUMNS,
        queries.stream()
            .filter(query -> all || query.session().user().equals(user))
            .filter(wanted)
            .filter(
                query ->
                    given.isBetween(
                        "END_TIME_RANGE_START", query.endedAt().orElse(null), "END_TIME_RANGE_END"))
            .limit(given.limit())
            .map(QueryHistory::row)
            .toList());
  }

  private static List<@Nullable Object> row(Query query) {
    QueryOutcome outcome = query.outcome().orElse(null);
    SnowflakeException error =
        outcome instanceof QueryOutcome.Failure failed ? failed.error() : null;
    Instant end = query.endedAt().orElse(null);
    return Rows.row(
        query.id(),
        query.text(),
        query.context().database(),
        query.context().schema(),
        outcome instanceof QueryOutcome.Answer answer ? answer.result().type().name() : "UNKNOWN",
        BigDecimal.valueOf(query.session().id()),
        query.session().user(),
        query.context().principal().displayName(),
        query.context().warehouse(),
        query.tag(),
        query.status().name(),
        error == null ? null : error.code(),
        error == null ? null : error.message(),
        HistoryArguments.time(query.startedAt()),
        HistoryArguments.time(end),
        end == null
            ? null
            : BigDecimal.valueOf(Duration.between(query.startedAt(), end).toMillis()),
        outcome instanceof QueryOutcome.Answer answer
            ? BigDecimal.valueOf(answer.result().rowCount())
            : null);
  }
}
