package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.execution.Binds;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Value;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs procedures of LANGUAGE SQL: their body is one statement, as a rule a block. */
final class SqlProcedure {

  /** What the body returned. */
  Value run(
      RoutineDefinition procedure, List<Value> arguments, Context inner, Execution execution) {
    String body = procedure.body();
    if (body == null) {
      throw SnowflakeException.compilationError("procedure " + procedure.name() + " has no body");
    }
    List<Statement> statements = execution.services().parser().parse(body);
    if (statements.size() != 1) {
      throw SnowflakeException.compilationError(
          "the body of procedure "
              + procedure.name()
              + " must be one statement or one BEGIN ... END block");
    }
    Result result =
        execution
            .frame(inner)
            .with(new Binds(List.of(), variables(procedure, arguments)))
            .run(statements.get(0));
    Iterator<List<@Nullable Object>> rows = result.rows().iterator();
    return rows.hasNext()
        ? new Value(result.columns().get(0).type(), rows.next().get(0))
        : new Value(procedure.returns(), null);
  }

  private static Map<Identifier, Value> variables(
      RoutineDefinition procedure, List<Value> arguments) {
    Map<Identifier, Value> variables = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      variables.put(new Identifier(procedure.arguments().get(i).name()), arguments.get(i));
    }
    return variables;
  }
}
