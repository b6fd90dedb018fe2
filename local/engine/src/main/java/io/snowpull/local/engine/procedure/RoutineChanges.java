package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.RoutineStatement.AlterRoutine;
import io.snowpull.local.engine.ast.RoutineStatement.CreateRoutine;
import io.snowpull.local.engine.ast.RoutineStatement.ExecuteAs;
import io.snowpull.local.engine.ast.RoutineStatement.NullInput;
import io.snowpull.local.engine.ast.RoutineStatement.Parameter;
import io.snowpull.local.engine.ast.RoutineStatement.ReturnType;
import io.snowpull.local.engine.ast.RoutineStatement.RoutineAction;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.egress.ExternalAccess;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CREATE PROCEDURE and ALTER PROCEDURE. */
final class RoutineChanges {
  private final ExternalAccess access;

  RoutineChanges(ExternalAccess access) {
    this.access = access;
  }

  Result create(CreateRoutine create, Execution execution) {
    if (create.kind() != ObjectKind.PROCEDURE) {
      throw SnowflakeException.unsupported("user-defined functions");
    }
    QualifiedName name = execution.names().qualify(ObjectKind.PROCEDURE, create.name());
    SchemaDefinition schema = schema(name, execution);
    Principal creator = execution.context().principal();
    ProcedureRules.check(create, name, schema, creator);
    RoutineDefinition routine = define(create, name, schema, execution);
    checkBinding(routine, execution);
    return execution
        .catalog()
        .change(
            change -> {
              Optional<CatalogObject> existing = change.snapshot().find(routine.key());
              if (existing.isPresent()) {
                if (create.mode().ifNotExists()) {
                  return done(name.name() + " already exists, statement succeeded.");
                }
                if (!create.mode().orReplace() && !create.mode().orAlter()) {
                  throw SnowflakeException.alreadyExists(name.name());
                }
              }
              List<Grant> grants =
                  create.copyGrants() || create.mode().orAlter()
                      ? on(routine.key(), change.snapshot().grants())
                      : List.of();
              if (existing.isPresent()) {
                change.remove(existing.get());
              }
              change.put(routine);
              for (Grant grant : grants) {
                change.grant(grant);
              }
              return done("Function " + name.name() + " successfully created.");
            });
  }

  private static List<Grant> on(ObjectKey key, List<Grant> grants) {
    return grants.stream().filter(grant -> key.equals(grant.on())).toList();
  }

  private static SchemaDefinition schema(QualifiedName name, Execution execution) {
    SchemaDefinition schema =
        execution
            .snapshot()
            .schema(name.parent())
            .filter(found -> execution.services().access().sees(execution.context(), found))
            .orElseThrow(() -> SnowflakeException.doesNotExist("Schema", name.parent().toSql()));
    execution.services().access().require(execution.context(), "CREATE PROCEDURE", schema);
    return schema;
  }

  private static RoutineDefinition define(
      CreateRoutine create, QualifiedName name, SchemaDefinition schema, Execution execution) {
    RoutineOptions options = new RoutineOptions(create.options(), execution);
    Principal creator = execution.context().principal();
    return new RoutineDefinition(
        new Header(
            name,
            creator,
            execution.services().clock().instant(),
            create.options().text("COMMENT").orElse("")),
        ObjectKind.PROCEDURE,
        create.parameters().stream().map(parameter -> argument(parameter, execution)).toList(),
        returns(create.returns()),
        create.language(),
        create.body(),
        create.options().text("HANDLER").orElse(null),
        create.options().text("RUNTIME_VERSION").orElse(null),
        create.options().texts("PACKAGES"),
        RoutineImports.resolved(create.options(), execution),
        options.integrations().orElse(List.of()),
        options.secrets().orElse(new TreeMap<>()),
        create.executeAs() != ExecuteAs.OWNER,
        create.nullInput() == NullInput.STRICT,
        schema.versioned() ? versionFiles(creator, execution) : null,
        create.text());
  }

  /** Kept with the procedure, so that a call that runs during an upgrade keeps its files. */
  private static @Nullable String versionFiles(Principal creator, Execution execution) {
    return creator instanceof Principal.Application application
        ? execution
            .snapshot()
            .application(application.name())
            .map(ApplicationDefinition::directory)
            .orElse(null)
        : null;
  }

  private static RoutineDefinition.Argument argument(Parameter parameter, Execution execution) {
    return new RoutineDefinition.Argument(
        parameter.name().name(),
        TypeCasts.type(parameter.type()),
        parameter.defaultValue() == null
            ? null
            : LiteralText.of(execution.evaluate(parameter.defaultValue())));
  }

  private static SnowflakeType returns(ReturnType returns) {
    if (returns instanceof ReturnType.Scalar scalar) {
      return TypeCasts.type(scalar.type());
    }
    throw SnowflakeException.unsupported("procedures that return tables");
  }

  /** What the procedure is bound to must be usable by its owner now, as Snowflake demands. */
  private void checkBinding(RoutineDefinition routine, Execution execution) {
    if (!routine.integrations().isEmpty() || !routine.secrets().isEmpty()) {
      Context owner = execution.context().withPrincipal(routine.owner());
      access.evaluate(routine.integrations(), routine.secrets(), owner, execution);
    }
  }

  Result alter(AlterRoutine alter, Execution execution) {
    QualifiedName name = execution.names().qualify(alter.kind(), alter.name());
    String signature = signature(alter.argumentTypes());
    Optional<RoutineDefinition> found =
        execution.snapshot().routines(alter.kind(), name).stream()
            .filter(routine -> routine.signature().equals(signature))
            .filter(routine -> execution.services().access().sees(execution.context(), routine))
            .findFirst();
    if (found.isEmpty()) {
      if (alter.ifExists()) {
        return done("Statement executed successfully.");
      }
      throw SnowflakeException.doesNotExist("Procedure", name.toSql() + signature);
    }
    execution.services().access().require(execution.context(), "OWNERSHIP", found.get());
    RoutineDefinition changed = changed(found.get(), alter.action(), execution);
    checkBinding(changed, execution);
    return execution
        .catalog()
        .change(
            change -> {
              if (!changed.key().equals(found.get().key())) {
                change.remove(found.get());
              }
              change.put(changed);
              return done("Statement executed successfully.");
            });
  }

  private static RoutineDefinition changed(
      RoutineDefinition routine, RoutineAction action, Execution execution) {
    if (action instanceof RoutineAction.SetOptions set) {
      RoutineOptions options = new RoutineOptions(set.options(), execution);
      List<String> integrations = options.integrations().orElse(routine.integrations());
      SortedMap<String, String> secrets = options.secrets().orElse(routine.secrets());
      RoutineDefinition bound = routine.boundTo(integrations, secrets);
      return set.options()
          .text("COMMENT")
          .map(comment -> bound.withHeader(bound.header().withComment(comment)))
          .orElse(bound);
    }
    if (action instanceof RoutineAction.RenameTo rename) {
      QualifiedName name = execution.names().qualify(routine.kind(), rename.name());
      return routine.withHeader(routine.header().withName(name));
    }
    if (action instanceof RoutineAction.UnsetOptions unset
        && unset.names().equals(List.of("COMMENT"))) {
      return routine.withHeader(routine.header().withComment(""));
    }
    throw SnowflakeException.unsupported("this change of a procedure: " + action);
  }

  private static String signature(List<TypeName> types) {
    return types.stream()
        .map(type -> TypeCasts.type(type).name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
