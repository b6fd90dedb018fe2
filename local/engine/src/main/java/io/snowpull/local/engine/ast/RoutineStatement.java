package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Procedures and functions. */
public sealed interface RoutineStatement extends Statement {
  /**
   * CREATE PROCEDURE or FUNCTION; kind says which.
   *
   * @param language upper case; SQL if not written
   * @param options RUNTIME_VERSION, PACKAGES, IMPORTS, HANDLER, TARGET_PATH,
   *     EXTERNAL_ACCESS_INTEGRATIONS, SECRETS, COMMENT
   * @param body the code without its quotes; the block as written where it stands bare; null
   *     without AS
   */
  record CreateRoutine(
      ObjectKind kind,
      CreateMode mode,
      boolean temporary,
      boolean secure,
      boolean aggregate,
      ObjectName name,
      List<Parameter> parameters,
      boolean copyGrants,
      ReturnType returns,
      String language,
      ExecuteAs executeAs,
      NullInput nullInput,
      Options options,
      @Nullable String body,
      String text)
      implements RoutineStatement {}

  /**
   * @param defaultValue null if the argument must be given
   */
  record Parameter(Identifier name, TypeName type, @Nullable Expression defaultValue) {}

  /** What a routine returns. */
  sealed interface ReturnType {
    record Scalar(TypeName type, boolean notNull) implements ReturnType {}

    /** RETURNS TABLE (..); no columns means any. */
    record Table(List<TableColumn> columns) implements ReturnType {}
  }

  record TableColumn(Identifier name, TypeName type) {}

  enum ExecuteAs {
    OWNER,
    CALLER,
    RESTRICTED_CALLER
  }

  enum NullInput {
    CALLED,
    STRICT
  }

  record AlterRoutine(
      ObjectKind kind,
      boolean ifExists,
      ObjectName name,
      List<TypeName> argumentTypes,
      RoutineAction action,
      String text)
      implements RoutineStatement {}

  /** What ALTER PROCEDURE or FUNCTION does. */
  sealed interface RoutineAction {
    record RenameTo(ObjectName name) implements RoutineAction {}

    record SetOptions(Options options) implements RoutineAction {}

    record UnsetOptions(List<String> names) implements RoutineAction {}

    record SetExecuteAs(ExecuteAs executeAs) implements RoutineAction {}
  }

  /**
   * @param into the scripting variable that takes the result; null without INTO
   */
  record Call(
      ObjectName name, List<Expression.Argument> arguments, @Nullable Identifier into, String text)
      implements RoutineStatement {

    /** Whether a system function is called, which is of no schema. */
    public boolean isOfSystem() {
      return name instanceof ObjectName.Plain plain
          && plain.parts().size() == 1
          && plain.last().name().startsWith("SYSTEM$");
    }
  }

  /**
   * The code is a string, {@code $$..$$}, or a variable; {@code using} binds its {@code ?} in
   * order.
   */
  record ExecuteImmediate(
      Expression code, List<Expression> using, @Nullable Identifier into, String text)
      implements RoutineStatement {}

  /**
   * {@code EXECUTE IMMEDIATE FROM @stage/file | './file'}. Options: USING's template variables,
   * DRY_RUN.
   */
  record ExecuteImmediateFrom(StageLocation file, Options options, String text)
      implements RoutineStatement {}
}
