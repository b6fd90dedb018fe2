package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.result.Result;

/** SELECT and everything else that is a query. */
public final class QueryHandler implements StatementHandler<QueryStatement> {

  @Override
  public Result execute(QueryStatement statement, Execution execution) {
    Services services = execution.services();
    return services
        .data()
        .read(
            execution,
            connection -> connection.query(statement.query(), services.sql().context(execution)));
  }
}
