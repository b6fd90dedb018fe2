package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.session.Context;

/** Gives queries what their names mean in the session that runs them. */
public final class SqlContexts {

  private final RelationSources relations;
  private final AccountFunctions functions;

  public SqlContexts(RelationSources relations, AccountFunctions functions) {
    this.relations = relations;
    this.functions = functions;
  }

  /** The meaning of names for a statement of this execution. */
  public SqlContext context(Execution execution) {
    return new SessionSqlContext(execution, relations, functions, this);
  }

  /** The meaning of names inside a view: the view's own schema, with its owner's rights. */
  SqlContext context(Execution execution, Context inside) {
    return context(execution.frame(inside).with(Binds.NONE));
  }
}
