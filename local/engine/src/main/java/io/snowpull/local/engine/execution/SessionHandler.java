package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.SessionStatement;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.SessionParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** USE, ALTER SESSION, SET and UNSET. */
public final class SessionHandler implements StatementHandler<SessionStatement> {

  @Override
  public Result execute(SessionStatement statement, Execution execution) {
    if (statement instanceof SessionStatement.Use use) {
      return use(use, execution);
    }
    if (statement instanceof SessionStatement.UseSecondaryRoles) {
      return Result.status(StatementType.USE, "Statement executed successfully.");
    }
    if (execution.isFramed()) {
      // Source:
      // https://docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights
      throw new SnowflakeException(
          "090236",
          "42601",
          "Stored procedure execution error: Unsupported statement type 'ALTER_SESSION'.");
    }
    if (statement instanceof SessionStatement.AlterSessionSet set) {
      for (Options.Option option : set.parameters().entries()) {
        set(execution, option);
      }
    } else if (statement instanceof SessionStatement.AlterSessionUnset unset) {
      unset
          .parameters()
          .forEach(name -> execution.session().parameters().unset(ParameterDefinition.named(name)));
    } else if (statement instanceof SessionStatement.SetVariables set) {
      setVariables(set, execution);
      return Result.status(StatementType.ALTER_SESSION, "Statement executed successfully.");
    } else if (statement instanceof SessionStatement.UnsetVariables unset) {
      unset.names().forEach(name -> execution.session().variables().remove(name.name()));
    }
    return Result.status(StatementType.ALTER_SESSION, "Statement executed successfully.");
  }

  private static void set(Execution execution, Options.Option option) {
    ParameterDefinition parameter = ParameterDefinition.named(option.name());
    String value =
        option.value() instanceof Options.Value.Computed computed
            ? String.valueOf(execution.evaluate(computed.expression()).content())
            : Options.textOf(option.value()).orElse("");
    SessionParameters parameters = execution.session().parameters();
    parameters.set(parameter, value);
    if (parameter == ParameterDefinition.AUTOCOMMIT
        && parameters.isTrue(ParameterDefinition.AUTOCOMMIT)) {
      // Source: https://docs.snowflake.com/en/sql-reference/transactions#autocommit
      execution.services().data().commit(execution.session());
    }
  }

  private static void setVariables(SessionStatement.SetVariables set, Execution execution) {
    List<io.snowpull.local.engine.session.Value> values = new ArrayList<>();
    set.values().forEach(value -> values.add(execution.evaluate(value)));
    for (int i = 0; i < set.names().size(); i++) {
      Identifier name = set.names().get(i);
      execution.session().variables().put(name.name(), values.get(i));
    }
  }

  private static Result use(SessionStatement.Use use, Execution execution) {
    Context context = execution.context();
    execution.use(
        switch (use.kind()) {
          case ROLE -> role(use, execution);
          case WAREHOUSE ->
              context.withWarehouse(
                  execution
                      .names()
                      .find(WarehouseDefinition.class, ObjectKind.WAREHOUSE, use.name())
                      .name()
                      .name());
          case SCHEMA -> context.in(schema(use, execution));
          default -> database(use, execution);
        });
    return Result.status(StatementType.USE, "Statement executed successfully.");
  }

  /** {@code USE a.b} names a schema even without the word. */
  private static Context database(SessionStatement.Use use, Execution execution) {
    if (execution.names().parts(use.name()).size() == 2) {
      return execution.context().in(schema(use, execution));
    }
    DatabaseDefinition database =
        execution.names().find(DatabaseDefinition.class, ObjectKind.DATABASE, use.name());
    String name = database.name().name();
    boolean hasPublic = execution.snapshot().schema(QualifiedName.of(name, "PUBLIC")).isPresent();
    return execution.context().in(name, hasPublic ? "PUBLIC" : null);
  }

  private static QualifiedName schema(SessionStatement.Use use, Execution execution) {
    CatalogObject schema =
        execution.names().find(SchemaDefinition.class, ObjectKind.SCHEMA, use.name());
    return schema.name();
  }

  private static Context role(SessionStatement.Use use, Execution execution) {
    String name = execution.names().qualify(ObjectKind.ROLE, use.name()).name();
    Principal.Role role = new Principal.Role(name);
    if (execution.isFramed()) {
      throw new SnowflakeException(
          "090236", "42601", "Stored procedure execution error: Unsupported statement type 'USE'.");
    }
    Set<Principal> mayUse =
        execution.services().access().held(new Principal.User(execution.session().user()));
    if (!mayUse.contains(role)) {
      throw new SnowflakeException(
          "003013",
          "42501",
          "SQL access control error:\nRequested role '"
              + name
              + "' is not assigned to the executing user. Specify another role to activate.");
    }
    return execution.context().withPrincipal(role);
  }
}
