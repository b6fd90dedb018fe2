package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.result.Result;

/** INSERT, UPDATE, DELETE, MERGE and TRUNCATE. */
public final class DmlHandler implements StatementHandler<DmlStatement> {

  @Override
  public Result execute(DmlStatement statement, Execution execution) {
    TablePrivileges.require(statement, execution);
    Services services = execution.services();
    return services
        .data()
        .change(
            execution,
            connection -> connection.execute(statement, services.sql().context(execution)));
  }
}
