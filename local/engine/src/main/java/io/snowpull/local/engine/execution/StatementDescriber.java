package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.duckdb.Description;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;

/** Says what a statement would answer without running it: its columns, and no rows. */
final class StatementDescriber {

  Result describe(Statement statement, Execution execution) {
    Services services = execution.services();
    if (statement instanceof QueryStatement query) {
      return withoutRows(
          services
              .data()
              .read(
                  execution,
                  connection ->
                      connection.describe(query.query(), services.sql().context(execution))));
    }
    if (statement instanceof DmlStatement dml) {
      return withoutRows(
          services
              .data()
              .read(
                  execution,
                  connection -> connection.describe(dml, services.sql().context(execution))));
    }
    if (statement instanceof InspectionStatement || statement instanceof StageStatement.ListFiles) {
      // These change nothing, so running them is the way to know their columns.
      Result result = execution.run(statement);
      return new Result(result.columns(), Rows.NONE, result.type());
    }
    if (statement instanceof RoutineStatement.Call call) {
      return Result.of(StatementType.SELECT, List.of(returned(call, execution)), List.of());
    }
    return Result.of(StatementType.DDL, List.of(Column.text("status")), List.of());
  }

  private static Column returned(RoutineStatement.Call call, Execution execution) {
    if (call.isOfSystem()) {
      return Column.text("RESULT");
    }
    List<RoutineDefinition> overloads =
        execution
            .snapshot()
            .routines(
                ObjectKind.PROCEDURE, execution.names().qualify(ObjectKind.PROCEDURE, call.name()));
    SnowflakeType type =
        overloads.stream()
            .filter(routine -> routine.arguments().size() >= call.arguments().size())
            .map(RoutineDefinition::returns)
            .findFirst()
            .orElse(SnowflakeType.TEXT);
    return Column.of(overloads.isEmpty() ? "RESULT" : overloads.get(0).name().name(), type);
  }

  private static Result withoutRows(Description description) {
    return new Result(description.columns(), Rows.NONE, description.type());
  }
}
