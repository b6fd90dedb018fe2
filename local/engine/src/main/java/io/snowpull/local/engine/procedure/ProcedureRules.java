package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.RoutineStatement.CreateRoutine;
import io.snowpull.local.engine.ast.RoutineStatement.ExecuteAs;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Snowflake refuses in CREATE PROCEDURE, and what only an application may not do. */
final class ProcedureRules {
  private static final Set<String> RUNTIMES = Set.of("11", "17");
  private static final String SNOWPARK = "com.snowflake:snowpark";

  private ProcedureRules() {}

  static void check(
      CreateRoutine create, QualifiedName name, SchemaDefinition schema, Principal creator) {
    // Source: https://docs.snowflake.com/en/sql-reference/identifiers-syntax, "Exceptions"
    if (!new Identifier(name.name()).toString().equals(name.name())) {
      throw SnowflakeException.compilationError(
          "invalid name '"
              + name.name()
              + "': procedures in Java and SQL cannot have quoted names");
    }
    switch (create.language()) {
      case "JAVA" -> checkJava(create, name, schema, creator);
      case "SQL" -> checkSql(create, name);
      default ->
          throw SnowflakeException.unsupported("procedures in LANGUAGE " + create.language());
    }
    if (creator instanceof Principal.Application && create.executeAs() == ExecuteAs.CALLER) {
      throw applicationRule(name, "EXECUTE AS CALLER is not allowed in an application; use OWNER");
    }
  }

  private static void checkSql(CreateRoutine create, QualifiedName name) {
    if (create.body() == null) {
      throw SnowflakeException.compilationError("procedure " + name + " has no body");
    }
  }

  private static void checkJava(
      CreateRoutine create, QualifiedName name, SchemaDefinition schema, Principal creator) {
    String handler =
        create
            .options()
            .text("HANDLER")
            .orElseThrow(() -> missing(name, "HANDLER = 'package.Class.method'"));
    if (create.body() != null) {
      throw SnowflakeException.unsupported(
          "Java code inside CREATE PROCEDURE (handler " + handler + "); import a jar instead");
    }
    String runtime = create.options().text("RUNTIME_VERSION").orElse("11");
    if (!RUNTIMES.contains(runtime)) {
      throw SnowflakeException.unsupported("RUNTIME_VERSION = '" + runtime + "' for Java");
    }
    if (create.options().texts("PACKAGES").stream().noneMatch(p -> p.startsWith(SNOWPARK))) {
      throw missing(name, "PACKAGES = ('" + SNOWPARK + ":latest')");
    }
    List<String> imports = RoutineImports.texts(create.options());
    if (imports.isEmpty()) {
      throw missing(name, "IMPORTS with the handler's jar");
    }
    if (creator instanceof Principal.Application) {
      checkApplication(name, schema, imports);
    }
  }

  /** Source: https://docs.snowflake.com/en/developer-guide/native-apps/versioned-schema */
  private static void checkApplication(
      QualifiedName name, SchemaDefinition schema, List<String> imports) {
    if (!schema.versioned()) {
      throw applicationRule(
          name,
          "schema "
              + schema.name()
              + " is not versioned, and only procedures of a versioned schema may have IMPORTS");
    }
    Optional<String> staged = imports.stream().filter(path -> !path.startsWith("/")).findFirst();
    if (staged.isPresent()) {
      throw applicationRule(
          name,
          "import '"
              + staged.get()
              + "' must be a path from the root of the version's files, such as '/lib/app.jar'");
    }
  }

  private static SnowflakeException missing(QualifiedName name, String what) {
    return SnowflakeException.compilationError(
        "procedure " + name + " in Java needs " + what + ".");
  }

  private static SnowflakeException applicationRule(QualifiedName name, String rule) {
    return SnowflakeException.compilationError(
        "procedure " + name + " cannot be created by an application: " + rule + ".");
  }
}
