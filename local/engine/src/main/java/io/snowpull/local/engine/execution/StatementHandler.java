package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.result.Result;

/** Executes the statements of one family. One instance serves all sessions at the same time. */
public interface StatementHandler<S extends Statement> {

  /**
   * Runs the statement and returns its answer.
   *
   * @throws io.snowpull.local.engine.result.SnowflakeException for every failure a client may see
   */
  Result execute(S statement, Execution execution);
}
