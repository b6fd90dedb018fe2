package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;

/**
 * Runs a block. The execution's variables are its arguments, as a procedure passes them. The answer
 * is what the block returned: one row with one column called {@code anonymous block}, or the rows
 * of RETURN TABLE.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/snowflake-scripting/blocks
 */
public final class ScriptHandler implements StatementHandler<Script.Anonymous> {
  @Override
  public Result execute(Script.Anonymous statement, Execution execution) {
    Scope arguments = Scope.root();
    execution
        .binds()
        .variables()
        .forEach((name, value) -> arguments.declare(name, new Slot.Variable(value.type(), value)));
    return new Interpreter(new Sql(execution)).run(statement.block(), arguments);
  }
}
