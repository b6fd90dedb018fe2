package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code SYSTEM$CANCEL_QUERY} and {@code SYSTEM$CANCEL_ALL_QUERIES}: a user stops his own
 * statements. Their answers are Snowflake's.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/functions/system_cancel_query">SYSTEM$CANCEL_QUERY</a>
 */
public final class CancelFunctions {

  private CancelFunctions() {}

  public static AccountFunctions all() {
    return new AccountFunctions(
        Map.of(
            "SYSTEM$CANCEL_QUERY", CancelFunctions::one,
            "SYSTEM$CANCEL_ALL_QUERIES", CancelFunctions::ofSession),
        Map.of());
  }

  private static Value one(List<Value> arguments, Execution execution) {
    String id = argument("SYSTEM$CANCEL_QUERY", arguments);
    long cancelled = cancel(query -> query.id().equalsIgnoreCase(id), execution);
    return Value.text(
        cancelled == 0
            ? "Identified SQL statement is not currently executing."
            : "query [" + id + "] terminated.");
  }

  private static Value ofSession(List<Value> arguments, Execution execution) {
    String text = argument("SYSTEM$CANCEL_ALL_QUERIES", arguments);
    long session;
    try {
      session = new BigDecimal(text).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw SnowflakeException.compilationError("'" + text + "' is no session id");
    }
    long cancelled = cancel(query -> query.session().id() == session, execution);
    return Value.text(cancelled + " statements cancelled.");
  }

  private static long cancel(Predicate<Query> wanted, Execution execution) {
    List<Query> running =
        execution.services().queries().all().stream()
            .filter(query -> query.status() == Query.Status.RUNNING)
            .filter(query -> query.session().user().equals(execution.session().user()))
            // The statement that calls this runs too.
            .filter(query -> !query.id().equals(execution.queryId()))
            .filter(wanted)
            .toList();
    running.forEach(query -> query.cancellation().cancel(SnowflakeException.cancelled()));
    return running.size();
  }

  private static String argument(String function, List<Value> arguments) {
    if (arguments.size() != 1 || arguments.get(0).content() == null) {
      throw SnowflakeException.wrongArgumentCount(function, "1", arguments.size());
    }
    return String.valueOf(arguments.get(0).content());
  }
}
