package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Statement;

/** Refuses statements that the principal may not run at all, before their handler sees them. */
public interface StatementRule {

  /**
   * @throws io.snowpull.local.engine.result.SnowflakeException that names the rule
   */
  void check(Statement statement, Execution execution);
}
