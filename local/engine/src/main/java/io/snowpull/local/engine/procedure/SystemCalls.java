package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import java.util.List;

/**
 * {@code CALL SYSTEM$...}: system functions are of no schema and need no database, and can be
 * called like procedures.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-system
 */
final class SystemCalls {
  private SystemCalls() {}

  /** One row with what the function returns; the column has the function's name. */
  static Result call(RoutineStatement.Call call, Execution execution) {
    Value value =
        execution.evaluate(
            new Expression.FunctionCall(
                call.name(),
                call.arguments(),
                false,
                List.of(),
                Expression.NullTreatment.UNSPECIFIED,
                null,
                new Position(1, 0)));
    return Result.of(
        StatementType.SELECT,
        List.of(Column.of(((ObjectName.Plain) call.name()).last().name(), value.type())),
        List.of(Rows.row(value.content())));
  }
}
