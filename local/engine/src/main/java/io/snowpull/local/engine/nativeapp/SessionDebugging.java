package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.NameText;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets the owner of an application act as that application in a session: how the page's session and
 * developers see what the application sees.
 *
 * <p>Source: session debug mode,
 * https://docs.snowflake.com/en/developer-guide/native-apps/session-debugging
 */
public final class SessionDebugging {

  private static final String BEGIN = "SYSTEM$BEGIN_DEBUG_APPLICATION";
  private static final String END = "SYSTEM$END_DEBUG_APPLICATION";
  private static final String IN_SESSION = "IS_APPLICATION_ROLE_IN_SESSION";

  private final Map<Session, Principal> suspended =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The two system functions that begin and end it, and the one that asks who looks on. */
  public AccountFunctions functions() {
    return new AccountFunctions(
        Map.of(BEGIN, this::begin, END, this::end, IN_SESSION, this::isRoleInSession), Map.of());
  }

  /**
   * Whether whoever looks at the application holds one of its roles; the application itself never
   * does.
   *
   * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/is_application_role_in_session
   */
  private Value isRoleInSession(List<Value> arguments, Execution execution) {
    if (arguments.size() != 1) {
      throw SnowflakeException.wrongArgumentCount(IN_SESSION, "1", arguments.size());
    }
    if (execution.isFramed()) {
      throw SnowflakeException.unsupported(IN_SESSION + " inside a procedure");
    }
    if (!(execution.context().principal() instanceof Principal.Application application)) {
      throw SnowflakeException.compilationError(IN_SESSION + " is for code of an application");
    }
    String name = String.valueOf(arguments.get(0).content());
    Principal consumer = suspended.get(execution.session());
    boolean held =
        consumer != null
            && execution
                .services()
                .access()
                .held(consumer)
                .contains(new Principal.ApplicationRole(application.name(), name));
    return new Value(SnowflakeType.BOOLEAN, held);
  }

  private Value begin(List<Value> arguments, Execution execution) {
    if (arguments.size() != 1) {
      throw SnowflakeException.wrongArgumentCount(BEGIN, "1", arguments.size());
    }
    refuseInsideProcedures(execution);
    ApplicationDefinition application = application(arguments.get(0).content(), execution);
    Principal acting = new Principal.Application(application.name().name());
    Context context = execution.context();
    if (!context.principal().equals(acting)) {
      execution.services().access().require(context, "OWNERSHIP", application);
      suspended.putIfAbsent(execution.session(), context.principal());
      execution.use(context.withPrincipal(acting));
    }
    return Value.text("Session acts as application " + application.name().toSql() + ".");
  }

  private Value end(List<Value> arguments, Execution execution) {
    refuseInsideProcedures(execution);
    Principal before = suspended.remove(execution.session());
    if (before == null) {
      throw SnowflakeException.compilationError("the session does not act as an application");
    }
    execution.use(execution.context().withPrincipal(before));
    return Value.text("Session acts as " + before.displayName() + " again.");
  }

  /** Inside a procedure the caller's session is not the procedure's to change. */
  private static void refuseInsideProcedures(Execution execution) {
    if (execution.isFramed()) {
      throw SnowflakeException.unsupported("debugging an application from inside a procedure");
    }
  }

  private static ApplicationDefinition application(@Nullable Object name, Execution execution) {
    String written = name instanceof String text ? text : "";
    List<String> parts = NameText.parts(written);
    return execution
        .snapshot()
        .application(parts.get(parts.size() - 1))
        .orElseThrow(() -> SnowflakeException.doesNotExist("Application", written));
  }
}
