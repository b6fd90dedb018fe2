package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.egress.ExternalAccess;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;

/** The handler of the statements on procedures. */
public final class ProcedureStatements implements StatementHandler<RoutineStatement> {
  private final RoutineChanges changes;
  private final ProcedureCalls calls;
  private final ImmediateExecution immediate;

  public ProcedureStatements(ProcedureCalls calls, ExternalAccess access) {
    this.changes = new RoutineChanges(access);
    this.calls = calls;
    this.immediate = new ImmediateExecution();
  }

  @Override
  public Result execute(RoutineStatement statement, Execution execution) {
    if (statement instanceof RoutineStatement.CreateRoutine create) {
      return changes.create(create, execution);
    } else if (statement instanceof RoutineStatement.AlterRoutine alter) {
      return changes.alter(alter, execution);
    } else if (statement instanceof RoutineStatement.Call call) {
      return calls.call(call, execution);
    } else if (statement instanceof RoutineStatement.ExecuteImmediate code) {
      return immediate.run(code, execution);
    } else if (statement instanceof RoutineStatement.ExecuteImmediateFrom file) {
      return immediate.run(file, execution);
    }
    throw new IllegalStateException("no routine statement: " + statement.getClass());
  }
}
