package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.catalog.ViewDefinition;
import io.snowpull.local.engine.execution.ComputedRelations;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The views of INFORMATION_SCHEMA.
 *
 * <p>Source of the columns: https://docs.snowflake.com/en/sql-reference/info-schema
 */
public final class InformationSchema implements ComputedRelations {

  @Override
  public Optional<Result> find(String database, String view, Execution execution) {
    Scope scope = new Scope(QualifiedName.of(database));
    Listing listing =
        switch (view) {
          case "DATABASES" -> databases(execution);
          case "SCHEMATA" -> schemata(scope, execution);
          case "TABLES" -> tables(scope, execution);
          case "VIEWS" -> views(scope, execution);
          case "COLUMNS" -> columns(scope, execution);
          case "PROCEDURES" -> routines(scope, execution);
          case "PACKAGES" -> packages();
          default -> null;
        };
    return Optional.ofNullable(listing).map(found -> found.result(StatementType.SELECT));
  }

  private static Listing databases(Execution execution) {
    Listing listing =
        Listing.of(
            "DATABASE_NAME DATABASE_OWNER IS_TRANSIENT COMMENT CREATED@ LAST_ALTERED@"
                + " RETENTION_TIME# TYPE");
    Visible.of(DatabaseDefinition.class, new Scope(null), execution)
        .forEach(
            database ->
                listing.add(
                    database.name().name(),
                    Listing.owner(database),
                    database.isTransient() ? "YES" : "NO",
                    comment(database),
                    database.header().createdOn(),
                    database.header().createdOn(),
                    database.retentionDays(),
                    database.origin().sql()));
    return listing;
  }

  private static Listing schemata(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "CATALOG_NAME SCHEMA_NAME SCHEMA_OWNER IS_TRANSIENT IS_MANAGED_ACCESS RETENTION_TIME#"
                + " CREATED@ LAST_ALTERED@ COMMENT");
    Visible.of(SchemaDefinition.class, scope, execution)
        .forEach(
            schema ->
                listing.add(
                    schema.name().database(),
                    schema.name().schema(),
                    Listing.owner(schema),
                    schema.isTransient() ? "YES" : "NO",
                    schema.managedAccess() ? "YES" : "NO",
                    1,
                    schema.header().createdOn(),
                    schema.header().createdOn(),
                    comment(schema)));
    return listing;
  }

  private static Listing tables(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "TABLE_CATALOG TABLE_SCHEMA TABLE_NAME TABLE_OWNER TABLE_TYPE IS_TRANSIENT"
                + " CLUSTERING_KEY ROW_COUNT# BYTES# RETENTION_TIME# CREATED@ LAST_ALTERED@"
                + " COMMENT");
    Visible.of(RelationDefinition.class, scope, execution)
        .forEach(
            relation ->
                listing.add(
                    relation.name().database(),
                    relation.name().schema(),
                    relation.name().name(),
                    Listing.owner(relation),
                    type(relation),
                    relation instanceof TableDefinition table && table.isTransient() ? "YES" : "NO",
                    null,
                    null,
                    null,
                    1,
                    relation.header().createdOn(),
                    relation.header().createdOn(),
                    comment(relation)));
    return listing;
  }

  private static String type(RelationDefinition relation) {
    if (relation instanceof ViewDefinition) {
      return "VIEW";
    }
    return relation.temporaryOf() == null ? "BASE TABLE" : "LOCAL TEMPORARY";
  }

  private static Listing views(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "TABLE_CATALOG TABLE_SCHEMA TABLE_NAME TABLE_OWNER VIEW_DEFINITION CHECK_OPTION"
                + " IS_UPDATABLE IS_SECURE CREATED@ LAST_ALTERED@ COMMENT");
    Visible.of(ViewDefinition.class, scope, execution)
        .forEach(
            view ->
                listing.add(
                    view.name().database(),
                    view.name().schema(),
                    view.name().name(),
                    Listing.owner(view),
                    view.ddl(),
                    "NONE",
                    "NO",
                    view.secure() ? "YES" : "NO",
                    view.header().createdOn(),
                    view.header().createdOn(),
                    comment(view)));
    return listing;
  }

  private static Listing columns(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "TABLE_CATALOG TABLE_SCHEMA TABLE_NAME COLUMN_NAME ORDINAL_POSITION# COLUMN_DEFAULT"
                + " IS_NULLABLE DATA_TYPE CHARACTER_MAXIMUM_LENGTH# CHARACTER_OCTET_LENGTH#"
                + " NUMERIC_PRECISION# NUMERIC_PRECISION_RADIX# NUMERIC_SCALE#"
                + " DATETIME_PRECISION# IS_IDENTITY IDENTITY_GENERATION IDENTITY_START"
                + " IDENTITY_INCREMENT IDENTITY_CYCLE IDENTITY_ORDERED DATA_TYPE_ALIAS COMMENT");
    Visible.of(RelationDefinition.class, scope, execution)
        .forEach(
            relation -> {
              int position = 1;
              for (ColumnDefinition column : relation.columns()) {
                addColumn(listing, relation, column, position++);
              }
            });
    return listing;
  }

  private static void addColumn(
      Listing listing, RelationDefinition relation, ColumnDefinition column, int position) {
    SnowflakeType type = column.type();
    Integer length = type instanceof SnowflakeType.Text text ? (Integer) text.length() : null;
    boolean number = type instanceof SnowflakeType.Number;
    ColumnDefinition.Identity identity = column.identity();
    listing.add(
        relation.name().database(),
        relation.name().schema(),
        relation.name().name(),
        column.name(),
        position,
        column.defaultSql(),
        column.nullable() ? "YES" : "NO",
        type instanceof SnowflakeType.Text ? "TEXT" : type.name(),
        length,
        length == null ? null : (Object) Math.min(4L * length, SnowflakeType.MAX_TEXT_LENGTH),
        type instanceof SnowflakeType.Number n ? (Integer) n.precision() : null,
        number ? (Integer) 10 : null,
        type instanceof SnowflakeType.Number n ? (Integer) n.scale() : null,
        type instanceof SnowflakeType.Timestamp t ? (Integer) t.scale() : null,
        identity == null ? "NO" : "YES",
        identity == null ? null : "BY DEFAULT",
        identity == null ? null : Long.toString(identity.start()),
        identity == null ? null : Long.toString(identity.increment()),
        identity == null ? null : "NO",
        identity == null ? null : identity.ordered() ? "YES" : "NO",
        null,
        column.comment().isEmpty() ? null : column.comment());
  }

  private static Listing routines(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "PROCEDURE_CATALOG PROCEDURE_SCHEMA PROCEDURE_NAME PROCEDURE_OWNER ARGUMENT_SIGNATURE"
                + " DATA_TYPE PROCEDURE_LANGUAGE PROCEDURE_DEFINITION CREATED@ LAST_ALTERED@"
                + " COMMENT EXTERNAL_ACCESS_INTEGRATIONS SECRETS");
    Visible.of(RoutineDefinition.class, scope, execution)
        .filter(r -> r.kind() == io.snowpull.local.engine.ast.ObjectKind.PROCEDURE)
        .forEach(
            routine ->
                listing.add(
                    routine.name().database(),
                    routine.name().schema(),
                    routine.name().name(),
                    Listing.owner(routine),
                    routine.arguments().stream()
                        .map(argument -> argument.name() + " " + argument.type().name())
                        .collect(Collectors.joining(", ", "(", ")")),
                    routine.returns().sql(),
                    routine.language(),
                    routine.body(),
                    routine.header().createdOn(),
                    routine.header().createdOn(),
                    comment(routine),
                    String.join(",", routine.integrations()),
                    JsonText.object(routine.secrets())));
    return listing;
  }

  /** The one package that Java procedures need and the account has. */
  private static Listing packages() {
    return Listing.of("PACKAGE_NAME VERSION LANGUAGE RUNTIME_VERSION")
        .add("com.snowflake:snowpark", "1.16.0", "java", null)
        .add("com.snowflake:snowpark", "1.16.0", "scala", null);
  }

  private static @org.jspecify.annotations.Nullable String comment(CatalogObject object) {
    return object.header().comment().isEmpty() ? null : object.header().comment();
  }
}
