package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.PublicKeyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the properties of secrets, network rules, integrations, warehouses and users. */
final class SecurityOptions {

  private static final List<String> SECRET_PROPERTIES =
      List.of("SECRET_STRING", "USERNAME", "PASSWORD", "OAUTH_REFRESH_TOKEN");

  /** The confidential properties that were given. */
  Map<String, String> secretValues(Options options) {
    Map<String, String> values = new TreeMap<>();
    for (String property : SECRET_PROPERTIES) {
      options.text(property).ifPresent(value -> values.put(property, value));
    }
    return values;
  }

  NetworkRuleDefinition changed(NetworkRuleDefinition rule, Options options) {
    return options.has("VALUE_LIST")
        ? new NetworkRuleDefinition(
            rule.header(), rule.type(), rule.mode(), hostPorts(options, rule.type()))
        : rule;
  }

  /**
   * Hosts with optional ports.
   *
   * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/create-network-rule
   */
  List<String> hostPorts(Options options, String type) {
    List<String> values = options.texts("VALUE_LIST");
    if (values.size() != options.items("VALUE_LIST").size()) {
      throw SnowflakeException.compilationError("VALUE_LIST takes strings only");
    }
    if (type.equals("HOST_PORT")) {
      for (String value : values) {
        if (!value.matches("(\\*\\.)?[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
          throw SnowflakeException.compilationError(
              "Network rule value '" + value + "' is not HOST or HOST:PORT");
        }
      }
    }
    return values;
  }

  IntegrationDefinition changed(
      IntegrationDefinition integration, Options options, Execution execution) {
    return new IntegrationDefinition(
        integration.header(),
        integration.type(),
        options.bool("ENABLED").orElse(integration.enabled()),
        options.has("ALLOWED_NETWORK_RULES")
            ? names(options, "ALLOWED_NETWORK_RULES", ObjectKind.NETWORK_RULE, execution)
            : integration.networkRules(),
        options.has("ALLOWED_AUTHENTICATION_SECRETS")
            ? secrets(options, execution)
            : integration.secrets());
  }

  /** The secrets an integration allows: ALL and NONE are not lists of names. */
  List<QualifiedName> secrets(Options options, Execution execution) {
    String word =
        options.text("ALLOWED_AUTHENTICATION_SECRETS").orElse("").toUpperCase(Locale.ROOT);
    if (word.equals("ALL")) {
      return execution.snapshot().all(SecretDefinition.class).map(SecretDefinition::name).toList();
    }
    return word.equals("NONE")
        ? List.of()
        : names(options, "ALLOWED_AUTHENTICATION_SECRETS", ObjectKind.SECRET, execution);
  }

  /** Names of objects that must exist and be visible. */
  List<QualifiedName> names(Options options, String option, ObjectKind kind, Execution execution) {
    List<QualifiedName> names = new ArrayList<>();
    for (Options.Value value : options.items(option)) {
      ObjectName name;
      if (value instanceof Options.Value.Name written) {
        name = written.name();
      } else if (value instanceof Options.Value.Text text) {
        name =
            new ObjectName.Plain(
                io.snowpull.local.engine.execution.NameText.parts(text.value()).stream()
                    .map(io.snowpull.local.engine.ast.Identifier::new)
                    .toList());
      } else {
        throw SnowflakeException.compilationError(option + " takes names only");
      }
      names.add(
          execution
              .names()
              .find(io.snowpull.local.engine.catalog.CatalogObject.class, kind, name)
              .name());
    }
    return names;
  }

  WarehouseDefinition changed(WarehouseDefinition warehouse, Options options) {
    return new WarehouseDefinition(
        warehouse.header(),
        options.text("WAREHOUSE_SIZE").map(SecurityOptions::size).orElse(warehouse.size()),
        warehouse.suspended(),
        SchemaHandler.number(options, "AUTO_SUSPEND", warehouse.autoSuspendSeconds()),
        options.bool("AUTO_RESUME").orElse(warehouse.autoResume()));
  }

  /** A size as SHOW WAREHOUSES prints it. */
  static String size(String written) {
    return switch (written.toUpperCase(Locale.ROOT).replace("-", "")) {
      case "XSMALL" -> "X-Small";
      case "SMALL" -> "Small";
      case "MEDIUM" -> "Medium";
      case "LARGE" -> "Large";
      case "XLARGE" -> "X-Large";
      case "XXLARGE", "X2LARGE", "2XLARGE" -> "2X-Large";
      case "XXXLARGE", "X3LARGE", "3XLARGE" -> "3X-Large";
      case "X4LARGE", "4XLARGE" -> "4X-Large";
      default ->
          throw SnowflakeException.compilationError(
              "invalid value [" + written + "] for parameter 'WAREHOUSE_SIZE'");
    };
  }

  UserDefinition changed(UserDefinition user, Options options) {
    if (options.has("PASSWORD")) {
      throw SnowflakeException.unsupported(
          "passwords of single users; the account has one password for all");
    }
    return new UserDefinition(
        user.header(),
        options.bool("DISABLED").orElse(user.disabled()),
        options.text("DEFAULT_ROLE").orElse(user.defaultRole()),
        options.text("DEFAULT_WAREHOUSE").orElse(user.defaultWarehouse()),
        options.text("DEFAULT_NAMESPACE").orElse(user.defaultNamespace()),
        options.text("RSA_PUBLIC_KEY").map(PublicKeyText::checked).orElse(user.rsaPublicKey()));
  }
}
