package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code SYSTEM$HOLD_PRIVILEGE_ON_ACCOUNT('privilege')}: whether the application that asks, or the
 * role in use, was granted it.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/system_hold_privilege_on_account
 */
public final class AccountPrivileges {
  private AccountPrivileges() {}

  public static AccountFunctions functions() {
    return new AccountFunctions(
        Map.of("SYSTEM$HOLD_PRIVILEGE_ON_ACCOUNT", AccountPrivileges::holds), Map.of());
  }

  private static Value holds(List<Value> arguments, Execution execution) {
    if (arguments.size() != 1 || !(arguments.get(0).content() instanceof String privilege)) {
      throw SnowflakeException.compilationError(
          "SYSTEM$HOLD_PRIVILEGE_ON_ACCOUNT takes one text: 'EXECUTE TASK'");
    }
    boolean held =
        execution
            .services()
            .access()
            .holdsOnAccount(execution.context(), privilege.strip().toUpperCase(Locale.ROOT));
    return new Value(SnowflakeType.BOOLEAN, held);
  }
}
