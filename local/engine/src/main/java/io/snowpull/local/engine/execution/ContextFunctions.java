package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.OpenTransaction;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The functions that tell about the session.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-context
 */
public final class ContextFunctions {

  /** What CURRENT_VERSION returns: the release whose documentation this account follows. */
  private static final String VERSION = "9.0.0";

  private static final String ORGANIZATION = "SNOWPULL";

  private ContextFunctions() {}

  /** All of them. */
  public static AccountFunctions all() {
    return new AccountFunctions(
        Map.ofEntries(
            text("CURRENT_ACCOUNT", e -> "LOCAL"),
            text("CURRENT_ACCOUNT_NAME", e -> "LOCAL"),
            text("CURRENT_ORGANIZATION_NAME", e -> ORGANIZATION),
            text("CURRENT_REGION", e -> "LOCAL"),
            text("CURRENT_VERSION", e -> VERSION),
            text("CURRENT_CLIENT", e -> "LOCAL"),
            text("CURRENT_USER", e -> e.session().user()),
            text("CURRENT_ROLE", ContextFunctions::role),
            text("CURRENT_ROLE_TYPE", ContextFunctions::roleType),
            text("CURRENT_SECONDARY_ROLES", e -> "{\"roles\":\"\",\"value\":\"\"}"),
            text("CURRENT_DATABASE", e -> e.context().database()),
            text("CURRENT_SCHEMA", e -> e.context().schema()),
            text("CURRENT_SCHEMAS", ContextFunctions::schemas),
            text("CURRENT_WAREHOUSE", e -> e.context().warehouse()),
            text("CURRENT_SESSION", e -> Long.toString(e.session().id())),
            text("CURRENT_IP_ADDRESS", e -> "127.0.0.1"),
            text("CURRENT_STATEMENT", e -> null),
            text(
                "CURRENT_TRANSACTION",
                e -> e.session().transaction().map(OpenTransaction::id).orElse(null)),
            Map.entry("LAST_QUERY_ID", ContextFunctions::lastQueryId),
            Map.entry("IS_ROLE_IN_SESSION", ContextFunctions::isRoleInSession),
            // What the Snowflake CLI asks before it deploys: no switch of Snowsight's is on here.
            text("SYSTEM$BOOTSTRAP_DATA_REQUEST", e -> "{\"clientParamsInfo\":[]}"),
            text("SYSTEM$RETURN_CURRENT_ORG_NAME", e -> ORGANIZATION),
            text("SYSTEM$CURRENT_USER_TASK_NAME", e -> null)),
        Map.of());
  }

  private static Map.Entry<String, AccountFunctions.Scalar> text(
      String name, Function<Execution, @Nullable String> value) {
    return Map.entry(name, (arguments, execution) -> Value.text(value.apply(execution)));
  }

  private static @Nullable String role(Execution execution) {
    return execution.context().principal()
            instanceof io.snowpull.local.engine.catalog.Principal.Role role
        ? role.name()
        : null;
  }

  private static String roleType(Execution execution) {
    return execution.context().principal()
            instanceof io.snowpull.local.engine.catalog.Principal.Role
        ? "ROLE"
        : "INSTANCE_ROLE";
  }

  private static String schemas(Execution execution) {
    Context context = execution.context();
    return context.database() == null || context.schema() == null
        ? "[]"
        : "[\"" + context.database() + "." + context.schema() + "\"]";
  }

  private static Value lastQueryId(List<Value> arguments, Execution execution) {
    int n =
        arguments.isEmpty() || !(arguments.get(0).content() instanceof BigDecimal number)
            ? -1
            : number.intValue();
    return Value.text(execution.session().queryId(n).orElse(null));
  }

  private static Value isRoleInSession(List<Value> arguments, Execution execution) {
    if (arguments.size() != 1) {
      throw SnowflakeException.wrongArgumentCount("IS_ROLE_IN_SESSION", "1", arguments.size());
    }
    String name = String.valueOf(arguments.get(0).content());
    boolean held =
        execution
            .services()
            .access()
            .held(execution.context().principal())
            .contains(new io.snowpull.local.engine.catalog.Principal.Role(name));
    return new Value(SnowflakeType.BOOLEAN, held);
  }
}
