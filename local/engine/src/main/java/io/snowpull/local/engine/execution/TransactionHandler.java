package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.TransactionStatement;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.StatementType;

/** BEGIN, COMMIT and ROLLBACK. */
public final class TransactionHandler implements StatementHandler<TransactionStatement> {

  @Override
  public Result execute(TransactionStatement statement, Execution execution) {
    DataAccess data = execution.services().data();
    if (statement instanceof TransactionStatement.Begin) {
      data.begin(execution.session());
    } else if (statement instanceof TransactionStatement.Commit) {
      data.commit(execution.session());
    } else {
      data.rollback(execution.session());
    }
    return Result.status(StatementType.TCL, "Statement executed successfully.");
  }
}
