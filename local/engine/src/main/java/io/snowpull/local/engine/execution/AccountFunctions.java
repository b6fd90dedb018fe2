package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.session.Value;
import java.util.List;
import java.util.Map;

/**
 * The functions that the account answers itself, by their names in upper case: {@code
 * CURRENT_ROLE}, {@code SYSTEM$REFERENCE}, {@code TASK_HISTORY}.
 */
public record AccountFunctions(Map<String, Scalar> scalars, Map<String, Table> tables) {

  public AccountFunctions {
    scalars = Map.copyOf(scalars);
    tables = Map.copyOf(tables);
  }

  /** A scalar function of constants. */
  public interface Scalar {
    Value call(List<Value> arguments, Execution execution);
  }

  /** A table function; named arguments have their names in upper case. */
  public interface Table {
    Result call(List<Value> arguments, Map<String, Value> named, Execution execution);
  }

  /** Both these and the others; a name must not be in both. */
  public AccountFunctions and(AccountFunctions others) {
    Map<String, Scalar> allScalars = new java.util.HashMap<>(scalars);
    allScalars.putAll(others.scalars);
    Map<String, Table> allTables = new java.util.HashMap<>(tables);
    allTables.putAll(others.tables);
    return new AccountFunctions(allScalars, allTables);
  }
}
