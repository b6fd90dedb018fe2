package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ConstraintDefinition;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.catalog.ViewDefinition;
import io.snowpull.local.engine.execution.Execution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHOW for tables, views, their columns and keys; the columns are those that the drivers' metadata
 * calls read.
 */
final class TableListings {

  private TableListings() {}

  static Map<String, ShowSource> all() {
    return Map.of(
        "TABLES", (show, scope, e) -> tables(scope, e),
        "VIEWS", (show, scope, e) -> views(scope, e),
        "OBJECTS", (show, scope, e) -> objects(scope, e),
        "COLUMNS", (show, scope, e) -> columns(scope, e),
        "PRIMARY KEYS", (show, scope, e) -> keys(ConstraintDefinition.Type.PRIMARY_KEY, scope, e),
        "UNIQUE KEYS", (show, scope, e) -> keys(ConstraintDefinition.Type.UNIQUE, scope, e),
        "IMPORTED KEYS", (show, scope, e) -> foreignKeys(scope, e, true),
        "EXPORTED KEYS", (show, scope, e) -> foreignKeys(scope, e, false));
  }

  private static Listing tables(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name kind comment cluster_by rows# bytes# owner"
                + " retention_time automatic_clustering change_tracking is_external"
                + " enable_schema_evolution owner_role_type is_event is_hybrid is_iceberg"
                + " is_dynamic is_immutable");
    Visible.of(TableDefinition.class, scope, execution)
        .forEach(
            table ->
                listing.add(
                    table.header().createdOn(),
                    table.name().name(),
                    table.name().database(),
                    table.name().schema(),
                    kind(table),
                    table.header().comment(),
                    table.clusterBy() == null ? "" : table.clusterBy(),
                    null,
                    null,
                    Listing.owner(table),
                    Integer.toString(table.retentionDays()),
                    "OFF",
                    table.changeTracking() ? "ON" : "OFF",
                    "N",
                    "N",
                    Listing.ownerType(table),
                    "N",
                    "N",
                    "N",
                    "N",
                    "N"));
    return listing;
  }

  static String kind(RelationDefinition relation) {
    if (relation instanceof ViewDefinition) {
      return "VIEW";
    }
    if (relation.temporaryOf() != null) {
      return "TEMPORARY";
    }
    return relation instanceof TableDefinition table && table.isTransient() ? "TRANSIENT" : "TABLE";
  }

  private static Listing views(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name reserved database_name schema_name owner comment text is_secure"
                + " is_materialized owner_role_type change_tracking");
    Visible.of(ViewDefinition.class, scope, execution)
        .forEach(
            view ->
                listing.add(
                    view.header().createdOn(),
                    view.name().name(),
                    "",
                    view.name().database(),
                    view.name().schema(),
                    Listing.owner(view),
                    view.header().comment(),
                    view.ddl(),
                    view.secure() ? "true" : "false",
                    "false",
                    Listing.ownerType(view),
                    "OFF"));
    return listing;
  }

  private static Listing objects(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name kind comment cluster_by rows# bytes# owner"
                + " retention_time owner_role_type is_hybrid is_iceberg is_dynamic");
    Visible.of(RelationDefinition.class, scope, execution)
        .forEach(
            relation ->
                listing.add(
                    relation.header().createdOn(),
                    relation.name().name(),
                    relation.name().database(),
                    relation.name().schema(),
                    kind(relation),
                    relation.header().comment(),
                    "",
                    null,
                    null,
                    Listing.owner(relation),
                    "1",
                    Listing.ownerType(relation),
                    "N",
                    "N",
                    "N"));
    return listing;
  }

  private static Listing columns(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "table_name schema_name column_name data_type null? default kind expression comment"
                + " database_name autoincrement schema_evolution_record");
    Visible.of(RelationDefinition.class, scope, execution)
        .forEach(
            relation -> {
              for (ColumnDefinition column : relation.columns()) {
                listing.add(
                    relation.name().name(),
                    relation.name().schema(),
                    column.name(),
                    ColumnJson.of(column.type(), column.nullable()),
                    column.nullable() ? "true" : "NOT_NULL",
                    column.defaultSql() == null ? "" : column.defaultSql(),
                    "COLUMN",
                    "",
                    column.comment(),
                    relation.name().database(),
                    identity(column),
                    null);
              }
            });
    return listing;
  }

  private static String identity(ColumnDefinition column) {
    ColumnDefinition.Identity identity = column.identity();
    return identity == null
        ? ""
        : "IDENTITY START "
            + identity.start()
            + " INCREMENT "
            + identity.increment()
            + (identity.ordered() ? " ORDER" : " NOORDER");
  }

  private static Listing keys(ConstraintDefinition.Type type, Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ database_name schema_name table_name column_name key_sequence#"
                + " constraint_name rely comment");
    Visible.of(TableDefinition.class, scope, execution)
        .forEach(
            table ->
                table.constraints().stream()
                    .filter(constraint -> constraint.type() == type)
                    .forEach(constraint -> addKey(listing, table, constraint)));
    return listing;
  }

  private static void addKey(
      Listing listing, TableDefinition table, ConstraintDefinition constraint) {
    for (int i = 0; i < constraint.columns().size(); i++) {
      listing.add(
          table.header().createdOn(),
          table.name().database(),
          table.name().schema(),
          table.name().name(),
          constraint.columns().get(i),
          i + 1,
          constraint.name(),
          "false",
          null);
    }
  }

  /** Keys of other tables that tables in scope use, or keys of tables in scope that others use. */
  private static Listing foreignKeys(Scope scope, Execution execution, boolean imported) {
    Listing listing =
        Listing.of(
            "created_on@ pk_database_name pk_schema_name pk_table_name pk_column_name"
                + " fk_database_name fk_schema_name fk_table_name fk_column_name key_sequence#"
                + " update_rule delete_rule fk_name pk_name deferrability rely comment");
    Visible.of(TableDefinition.class, new Scope(null), execution)
        .forEach(
            table -> {
              for (ConstraintDefinition constraint : table.constraints()) {
                ConstraintDefinition.ForeignKey foreign = constraint.references();
                if (foreign != null) {
                  addForeignKey(listing, table, constraint, foreign, scope, execution, imported);
                }
              }
            });
    return listing;
  }

  private static void addForeignKey(
      Listing listing,
      TableDefinition table,
      ConstraintDefinition constraint,
      ConstraintDefinition.ForeignKey foreign,
      Scope scope,
      Execution execution,
      boolean imported) {
    var target =
        execution
            .snapshot()
            .relation(ReferencedTable.of(foreign.table(), table.name()))
            .orElse(null);
    if (!(target instanceof TableDefinition primary)
        || !scope.contains(imported ? table : primary)) {
      return;
    }
    ConstraintDefinition key = primaryKey(primary);
    List<String> columns =
        !foreign.columns().isEmpty() ? foreign.columns() : key == null ? List.of() : key.columns();
    for (int i = 0; i < Math.min(columns.size(), constraint.columns().size()); i++) {
      listing.add(
          table.header().createdOn(),
          primary.name().database(),
          primary.name().schema(),
          primary.name().name(),
          columns.get(i),
          table.name().database(),
          table.name().schema(),
          table.name().name(),
          constraint.columns().get(i),
          i + 1,
          "NO ACTION",
          "NO ACTION",
          constraint.name(),
          key == null ? "" : key.name(),
          "NOT DEFERRABLE",
          "false",
          null);
    }
  }

  private static @Nullable ConstraintDefinition primaryKey(TableDefinition table) {
    return table.constraints().stream()
        .filter(constraint -> constraint.type() == ConstraintDefinition.Type.PRIMARY_KEY)
        .findFirst()
        .orElse(null);
  }
}
