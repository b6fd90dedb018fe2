package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;

/** Refuses a family of statements that this account was started without. */
public final class UnsupportedHandler<S extends Statement> implements StatementHandler<S> {

  private final String what;

  public UnsupportedHandler(String what) {
    this.what = what;
  }

  @Override
  public Result execute(S statement, Execution execution) {
    throw SnowflakeException.unsupported(what);
  }
}
