package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.nativeapp.ReferenceText;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** CALL: finds the procedure, checks the caller's rights, runs it with its owner's. */
public final class ProcedureCalls {
  private final JavaProcedure java;
  private final SqlProcedure sql = new SqlProcedure();

  public ProcedureCalls(JavaProcedure java) {
    this.java = java;
  }

  /** One row with one column, which has the procedure's name. */
  Result call(RoutineStatement.Call call, Execution execution) {
    if (call.isOfSystem()) {
      return SystemCalls.call(call, execution);
    }
    QualifiedName name = execution.names().qualify(ObjectKind.PROCEDURE, call.name());
    List<RoutineDefinition> candidates =
        execution.snapshot().routines(ObjectKind.PROCEDURE, name).stream()
            .filter(found -> execution.services().access().sees(execution.context(), found))
            .toList();
    Overloads overloads = new Overloads(call.arguments(), execution);
    Overloads.Match match = overloads.choose(name.toSql(), candidates);
    RoutineDefinition procedure = match.procedure();
    require(procedure, execution);
    Value value = run(procedure, arguments(match, execution), execution);
    Value result = TypeCasts.cast(value, procedure.returns(), execution);
    return Result.of(
        StatementType.SELECT,
        List.of(Column.of(procedure.name().name(), procedure.returns())),
        List.of(Rows.row(result.content())));
  }

  /** What describing the call answers, without running it. */
  public Column describe(RoutineStatement.Call call, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.PROCEDURE, call.name());
    return execution.snapshot().routines(ObjectKind.PROCEDURE, name).stream()
        .filter(found -> found.arguments().size() >= call.arguments().size())
        .findFirst()
        .map(found -> Column.of(name.name(), found.returns()))
        .orElseThrow(() -> SnowflakeException.unknownFunction(name.toSql()));
  }

  private Value run(RoutineDefinition procedure, List<Value> arguments, Execution execution) {
    if (procedure.strict() && arguments.stream().anyMatch(value -> value.content() == null)) {
      return new Value(procedure.returns(), null);
    }
    Context inner = inner(procedure, execution.context());
    return procedure.language().equals("JAVA")
        ? TypeCasts.normal(java.run(procedure, arguments, inner, execution), execution)
        : sql.run(procedure, arguments, inner, execution);
  }

  /**
   * Source: https://docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights
   */
  private static Context inner(RoutineDefinition procedure, Context caller) {
    return procedure.executeAsCaller()
        ? caller
        : caller.withPrincipal(procedure.owner()).in(procedure.name().parent());
  }

  private static void require(RoutineDefinition procedure, Execution execution) {
    if (!execution.services().access().holds(execution.context(), "USAGE", procedure)) {
      throw SnowflakeException.insufficientPrivileges("procedure", procedure.name().name());
    }
    boolean usesReferences =
        Stream.concat(procedure.integrations().stream(), procedure.secrets().values().stream())
            .anyMatch(name -> ReferenceText.name(name).isPresent());
    Principal caller = execution.context().principal();
    if (usesReferences && !caller.equals(procedure.owner())) {
      // Source: https://docs.snowflake.com/en/developer-guide/native-apps/requesting-refs
      throw new SnowflakeException(
          "093219",
          "42501",
          "SQL access control error:\nProcedure "
              + procedure.name()
              + " uses references of its application, so only code of the application can call it."
              + " Call a procedure of the application that calls this one.");
    }
  }

  private static List<Value> arguments(Overloads.Match match, Execution execution) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < match.arguments().size(); i++) {
      RoutineDefinition.Argument declared = match.procedure().arguments().get(i);
      Value given = match.arguments().get(i);
      Value value = given == null ? defaultValue(declared, execution) : given;
      arguments.add(TypeCasts.cast(value, declared.type(), execution));
    }
    return arguments;
  }

  private static Value defaultValue(RoutineDefinition.Argument argument, Execution execution) {
    Statement query = execution.services().parser().parse("SELECT " + argument.defaultSql()).get(0);
    if (!(query instanceof QueryStatement)) {
      throw SnowflakeException.compilationError("invalid default of argument " + argument.name());
    }
    Result result = execution.run(query);
    return new Value(result.columns().get(0).type(), result.rows().iterator().next().get(0));
  }
}
