package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.session.Value;

/**
 * Computes scalar expressions outside queries: arguments of CALL, SET, defaults, IDENTIFIER(..).
 */
public interface ExpressionEvaluator {
  Value evaluate(Expression expression, Execution execution);
}
