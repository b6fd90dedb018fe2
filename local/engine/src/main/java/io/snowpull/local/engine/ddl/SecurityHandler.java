package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RoleDefinition;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Roles, users, warehouses, secrets, network rules, integrations, and grants. */
public final class SecurityHandler implements StatementHandler<SecurityStatement> {

  private final SecurityOptions options = new SecurityOptions();
  private final PrivilegeGrants grants = new PrivilegeGrants();

  @Override
  public Result execute(SecurityStatement statement, Execution execution) {
    if (statement instanceof SecurityStatement.CreateRole create) {
      return creation(execution, ObjectKind.ROLE, create.mode(), create.name())
          .run(comment(create.options()), (header, change) -> new RoleDefinition(header));
    } else if (statement instanceof SecurityStatement.CreateUser create) {
      return user(create, execution);
    } else if (statement instanceof SecurityStatement.CreateWarehouse create) {
      return warehouse(create, execution);
    } else if (statement instanceof SecurityStatement.CreateSecret create) {
      return secret(create, execution);
    } else if (statement instanceof SecurityStatement.CreateNetworkRule create) {
      return networkRule(create, execution);
    } else if (statement instanceof SecurityStatement.CreateIntegration create) {
      return integration(create, execution);
    } else if (statement instanceof SecurityStatement.PrivilegeGrant grant) {
      return grants.change(grant, execution);
    } else if (statement instanceof SecurityStatement.RoleGrant grant) {
      return grants.change(grant, execution);
    }
    throw SnowflakeException.unsupported("database roles");
  }

  private Result user(SecurityStatement.CreateUser create, Execution execution) {
    return creation(execution, ObjectKind.USER, create.mode(), create.name())
        .run(
            comment(create.options()),
            (header, change) ->
                options.changed(
                    new UserDefinition(header, false, null, null, null, null), create.options()));
  }

  private Result warehouse(SecurityStatement.CreateWarehouse create, Execution execution) {
    Result result =
        creation(execution, ObjectKind.WAREHOUSE, create.mode(), create.name())
            .run(
                comment(create.options()),
                (header, change) ->
                    options.changed(
                        new WarehouseDefinition(
                            header,
                            "X-Small",
                            create.options().bool("INITIALLY_SUSPENDED").orElse(false),
                            600,
                            true),
                        create.options()));
    if (!create.mode().ifNotExists()) {
      String name = execution.names().qualify(ObjectKind.WAREHOUSE, create.name()).name();
      execution.use(execution.context().withWarehouse(name));
    }
    return result;
  }

  private Result secret(SecurityStatement.CreateSecret create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.SECRET, create.name());
    SecretDefinition.Type type = secretType(create.options());
    Map<String, String> values = options.secretValues(create.options());
    String required =
        switch (type) {
          case GENERIC_STRING -> "SECRET_STRING";
          case PASSWORD -> "PASSWORD";
          case OAUTH2 -> "";
        };
    if (!required.isEmpty() && !values.containsKey(required)) {
      throw SnowflakeException.compilationError(
          "Missing option(s): [" + required + "] for a secret of type " + type);
    }
    return new Creation(execution, ObjectKind.SECRET, create.mode(), name)
        .run(
            comment(create.options()),
            (header, change) -> {
              execution.services().secrets().put(change, name, values);
              return new SecretDefinition(header, type);
            });
  }

  private static SecretDefinition.Type secretType(Options options) {
    String written = options.text("TYPE").orElse("").toUpperCase(Locale.ROOT);
    return switch (written) {
      case "GENERIC_STRING" -> SecretDefinition.Type.GENERIC_STRING;
      case "PASSWORD" -> SecretDefinition.Type.PASSWORD;
      case "OAUTH2" -> SecretDefinition.Type.OAUTH2;
      default ->
          throw SnowflakeException.unsupported(
              written.isEmpty() ? "secrets without TYPE" : "secrets of type " + written);
    };
  }

  private Result networkRule(SecurityStatement.CreateNetworkRule create, Execution execution) {
    String type = create.options().text("TYPE").orElse("").toUpperCase(Locale.ROOT);
    String mode = create.options().text("MODE").orElse("INGRESS").toUpperCase(Locale.ROOT);
    if (type.isEmpty()) {
      throw SnowflakeException.compilationError("Missing option(s): [TYPE] for a network rule");
    }
    List<String> values = options.hostPorts(create.options(), type);
    return creation(execution, ObjectKind.NETWORK_RULE, create.mode(), create.name())
        .altering(
            existing -> {
              NetworkRuleDefinition rule = (NetworkRuleDefinition) existing;
              if (!rule.type().equals(type) || !rule.mode().equals(mode)) {
                throw SnowflakeException.compilationError(
                    "TYPE and MODE of a network rule cannot be changed: it is "
                        + rule.type()
                        + ", "
                        + rule.mode());
              }
              return new NetworkRuleDefinition(
                  rule.header().withComment(comment(create.options())), type, mode, values);
            })
        .run(
            comment(create.options()),
            (header, change) -> new NetworkRuleDefinition(header, type, mode, values));
  }

  private Result integration(SecurityStatement.CreateIntegration create, Execution execution) {
    if (!create.category().equals("EXTERNAL ACCESS")) {
      throw SnowflakeException.unsupported(
          create.category().toLowerCase(Locale.ROOT) + " integrations");
    }
    if (create.options().bool("ENABLED").isEmpty()) {
      throw SnowflakeException.compilationError(
          "Missing option(s): [ENABLED] for an external access integration");
    }
    return creation(execution, ObjectKind.INTEGRATION, create.mode(), create.name())
        .run(
            comment(create.options()),
            (header, change) ->
                new IntegrationDefinition(
                    header,
                    IntegrationDefinition.EXTERNAL_ACCESS,
                    create.options().bool("ENABLED").orElse(false),
                    options.names(
                        create.options(),
                        "ALLOWED_NETWORK_RULES",
                        ObjectKind.NETWORK_RULE,
                        execution),
                    options.secrets(create.options(), execution)));
  }

  private static Creation creation(
      Execution execution,
      ObjectKind kind,
      io.snowpull.local.engine.ast.CreateMode mode,
      io.snowpull.local.engine.ast.ObjectName name) {
    return new Creation(execution, kind, mode, execution.names().qualify(kind, name));
  }

  private static String comment(Options options) {
    return options.text("COMMENT").orElse("");
  }
}
