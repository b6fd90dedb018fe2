package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.InspectionStatement.Describe;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ConstraintDefinition;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.catalog.StreamlitDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.stream.Collectors;

/** DESCRIBE of each kind. */
final class Descriptions {

  Listing describe(Describe statement, Execution execution) {
    CatalogObject object =
        Named.object(statement.kind(), statement.name(), statement.argumentTypes(), execution);
    if (object instanceof RelationDefinition relation) {
      return relation(relation);
    } else if (object instanceof DatabaseDefinition || object instanceof SchemaDefinition) {
      return container(object, execution);
    } else if (object instanceof RoutineDefinition routine) {
      return routine(routine);
    } else if (object instanceof SecretDefinition secret) {
      return secret(secret);
    } else if (object instanceof NetworkRuleDefinition rule) {
      return networkRule(rule);
    } else if (object instanceof IntegrationDefinition integration) {
      return integration(integration);
    } else if (object instanceof ApplicationDefinition application) {
      return application(application);
    } else if (object instanceof ApplicationPackageDefinition pack) {
      return applicationPackage(pack);
    } else if (object instanceof StreamlitDefinition streamlit) {
      return streamlit(streamlit, execution);
    }
    return properties(object);
  }

  private static Listing relation(RelationDefinition relation) {
    Listing listing =
        Listing.of(
            "name type kind null? default primary~key unique~key check expression comment"
                + " policy~name privacy~domain");
    for (ColumnDefinition column : relation.columns()) {
      listing.add(
          column.name(),
          column.type().sql(),
          "COLUMN",
          column.nullable() ? "Y" : "N",
          defaultOf(column),
          isKey(relation, column, ConstraintDefinition.Type.PRIMARY_KEY),
          isKey(relation, column, ConstraintDefinition.Type.UNIQUE),
          null,
          null,
          column.comment().isEmpty() ? null : column.comment(),
          null,
          null);
    }
    return listing;
  }

  private static @org.jspecify.annotations.Nullable String defaultOf(ColumnDefinition column) {
    ColumnDefinition.Identity identity = column.identity();
    return identity == null
        ? column.defaultSql()
        : "IDENTITY START "
            + identity.start()
            + " INCREMENT "
            + identity.increment()
            + (identity.ordered() ? " ORDER" : " NOORDER");
  }

  private static String isKey(
      RelationDefinition relation, ColumnDefinition column, ConstraintDefinition.Type type) {
    return relation instanceof TableDefinition table
            && table.constraints().stream()
                .anyMatch(c -> c.type() == type && c.columns().contains(column.name()))
        ? "Y"
        : "N";
  }

  private static Listing container(CatalogObject object, Execution execution) {
    Listing listing = Listing.of("created_on@ name kind");
    boolean database = object instanceof DatabaseDefinition;
    Visible.of(CatalogObject.class, new Scope(object.name()), execution)
        .filter(inner -> inner.name().parts().size() == object.name().parts().size() + 1)
        .filter(inner -> database == (inner instanceof SchemaDefinition))
        .forEach(
            inner ->
                listing.add(inner.header().createdOn(), inner.name().name(), inner.kind().words()));
    return listing;
  }

  private static Listing routine(RoutineDefinition routine) {
    Listing listing = Listing.of("property value");
    listing.add(
        "signature",
        routine.arguments().stream()
            .map(argument -> argument.name() + " " + argument.type().name())
            .collect(Collectors.joining(", ", "(", ")")));
    listing.add("returns", routine.returns().sql());
    listing.add("language", routine.language());
    listing.add(
        "null handling", routine.strict() ? "RETURNS NULL ON NULL INPUT" : "CALLED ON NULL INPUT");
    listing.add("volatility", "VOLATILE");
    listing.add("execute as", routine.executeAsCaller() ? "CALLER" : "OWNER");
    listing.add("body", routine.body());
    if (!routine.language().equals("SQL")) {
      listing.add("imports", list(routine.imports()));
      listing.add("handler", routine.handler());
      listing.add("runtime_version", routine.runtimeVersion());
      listing.add("packages", list(routine.packages()));
      listing.add("external_access_integrations", list(routine.integrations()));
      listing.add("secrets", JsonText.object(routine.secrets()));
    }
    return listing;
  }

  /** Everything about a secret but its value. */
  private static Listing secret(SecretDefinition secret) {
    return Listing.of(
            "created_on@ name schema_name database_name owner comment secret_type username"
                + " oauth_access_token_expiry_time oauth_refresh_token_expiry_time oauth_scopes"
                + " integration_name")
        .add(
            secret.header().createdOn(),
            secret.name().name(),
            secret.name().schema(),
            secret.name().database(),
            Listing.owner(secret),
            secret.header().comment(),
            secret.type().name(),
            null,
            null,
            null,
            null,
            null);
  }

  private static Listing networkRule(NetworkRuleDefinition rule) {
    return Listing.of(
            "created_on@ name database_name schema_name owner comment type mode value_list")
        .add(
            rule.header().createdOn(),
            rule.name().name(),
            rule.name().database(),
            rule.name().schema(),
            Listing.owner(rule),
            rule.header().comment(),
            rule.type(),
            rule.mode(),
            String.join(",", rule.values()));
  }

  private static Listing integration(IntegrationDefinition integration) {
    return Listing.of("property property_type property_value property_default")
        .add("ENABLED", "Boolean", Boolean.toString(integration.enabled()), "false")
        .add("ALLOWED_NETWORK_RULES", "List", names(integration.networkRules()), "[]")
        .add("ALLOWED_AUTHENTICATION_SECRETS", "List", names(integration.secrets()), "[]")
        .add("COMMENT", "String", integration.header().comment(), "");
  }

  private static Listing application(ApplicationDefinition application) {
    return Listing.of("property value")
        .add("name", application.name().name())
        .add("source_type", "APPLICATION PACKAGE")
        .add("source", application.packageName())
        .add("version", application.version() == null ? "UNVERSIONED" : application.version())
        .add("patch", Integer.toString(application.patch()))
        .add("created_on", application.header().createdOn().toString())
        .add("owner", Listing.owner(application))
        .add("comment", application.header().comment())
        .add("debug_mode", Boolean.toString(application.debugMode()));
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/desc-application-package */
  private static Listing applicationPackage(ApplicationPackageDefinition pack) {
    return Listing.of("property value")
        .add("name", pack.name().name())
        .add("created_on", pack.header().createdOn().toString())
        .add("owner", Listing.owner(pack))
        .add("comment", pack.header().comment())
        .add("distribution", pack.distribution())
        .add("release_channels", Boolean.toString(pack.releaseChannels()));
  }

  /**
   * Inside an application the files' place is a file URL: they are a copy that the local account
   * keeps, and who serves the page shares its machine.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/desc-streamlit
   */
  private static Listing streamlit(StreamlitDefinition streamlit, Execution execution) {
    String root =
        execution
            .snapshot()
            .application(streamlit.name().database())
            .map(ApplicationDefinition::directory)
            .map(files -> execution.services().stages().resolve(files, streamlit.rootLocation()))
            .map(path -> path.toUri().toString())
            .orElse(streamlit.rootLocation());
    return Listing.of("title main_file query_warehouse name root_location comment")
        .add(
            streamlit.title(),
            streamlit.mainFile(),
            streamlit.queryWarehouse(),
            streamlit.name().name(),
            root,
            streamlit.header().comment());
  }

  private static Listing properties(CatalogObject object) {
    switch (object.kind()) {
      case STAGE,
          SEQUENCE,
          FILE_FORMAT,
          WAREHOUSE,
          ROLE,
          USER,
          TASK,
          APPLICATION_PACKAGE,
          APPLICATION_ROLE -> {
        return Listing.of("property value")
            .add("name", object.name().name())
            .add("kind", object.kind().words())
            .add("created_on", object.header().createdOn().toString())
            .add("owner", Listing.owner(object))
            .add("comment", object.header().comment());
      }
      default -> throw SnowflakeException.unsupported("DESCRIBE " + object.kind().words());
    }
  }

  private static String names(List<QualifiedName> names) {
    return list(names.stream().map(QualifiedName::toSql).toList());
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
