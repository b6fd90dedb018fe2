package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.InspectionStatement.Show;
import io.snowpull.local.engine.execution.Execution;

/** Lists the objects of one kind for SHOW; LIKE, STARTS WITH and LIMIT are applied afterwards. */
public interface ShowSource {
  Listing list(Show show, Scope scope, Execution execution);
}
