package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TableStatement.CreateTable;
import io.snowpull.local.engine.ast.TableStatement.Lifetime;
import io.snowpull.local.engine.ast.TableStatement.TableSource;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ConstraintDefinition;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.RelationSources;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE, also AS SELECT, LIKE and CLONE, permanent and temporary. */
final class TableCreation {

  Result create(CreateTable statement, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.TABLE, statement.name());
    List<ColumnDefinition> columns = columns(statement, execution);
    boolean temporary =
        statement.lifetime() == Lifetime.TEMPORARY
            || statement.lifetime() == Lifetime.SCOPED_TEMPORARY;
    return temporary
        ? createTemporary(statement, execution, name, columns)
        : new Creation(execution, ObjectKind.TABLE, statement.mode(), name)
            .keepGrants(statement.options().bool("COPY_GRANTS").orElse(false))
            .after(
                change ->
                    fill(
                        statement,
                        PhysicalName.of(name.database(), name.schema(), name.name()),
                        columns,
                        change.connection(),
                        execution))
            .run(
                statement.options().text("COMMENT").orElse(""),
                (header, change) -> {
                  TableDefinition table = table(statement, header, columns, null);
                  store(statement, table, change.connection());
                  return table;
                });
  }

  /** A temporary table hides a permanent one of the same name, for its session only. */
  private Result createTemporary(
      CreateTable statement,
      Execution execution,
      QualifiedName name,
      List<ColumnDefinition> columns) {
    ObjectKey key = ObjectKey.of(ObjectKind.TABLE, name);
    Optional<CatalogObject> existing = execution.session().temporary(key);
    if (existing.isPresent() && statement.mode().ifNotExists()) {
      return Result.status(
          StatementType.DDL, name.name() + " already exists, statement succeeded.");
    }
    if (existing.isPresent() && !statement.mode().orReplace()) {
      throw SnowflakeException.alreadyExists(name.toSql());
    }
    Header header =
        new Header(
            name,
            execution.context().principal(),
            execution.services().clock().instant(),
            statement.options().text("COMMENT").orElse(""));
    String session = Long.toString(execution.session().id());
    TableDefinition table = table(statement, header, columns, session);
    execution
        .catalog()
        .change(
            change -> {
              change.connection().tables().createSchema(RelationSources.physical(table).schema());
              fill(
                  statement,
                  RelationSources.physical(table),
                  columns,
                  change.connection(),
                  execution);
              store(statement, table, change.connection());
              return table;
            });
    execution.session().putTemporary(table);
    return Result.status(StatementType.DDL, "Table " + name.name() + " successfully created.");
  }

  private static TableDefinition table(
      CreateTable statement,
      Header header,
      List<ColumnDefinition> columns,
      @Nullable String temporaryOf) {
    return new TableDefinition(
        header,
        columns,
        constraints(statement),
        null,
        statement.lifetime() == Lifetime.TRANSIENT,
        statement.options().bool("CHANGE_TRACKING").orElse(false),
        statement
            .options()
            .number("DATA_RETENTION_TIME_IN_DAYS")
            .map(BigDecimal::intValue)
            .orElse(1),
        temporaryOf);
  }

  private static void store(
      CreateTable statement, TableDefinition table, DatabaseConnection connection) {
    PhysicalName physical = RelationSources.physical(table);
    List<Column> columns = columns(table.columns());
    for (ColumnDefinition column : table.columns()) {
      ColumnDefinition.Identity identity = column.identity();
      if (identity != null) {
        connection
            .tables()
            .createSequence(
                physical.autoIncrement(column.name()), identity.start(), identity.increment());
      }
    }
    if (isFilled(statement)) {
      connection.tables().dropTable(physical);
      connection.tables().renameTable(filled(physical), physical);
    } else {
      connection.tables().createTable(physical, columns);
    }
  }

  private static boolean isFilled(CreateTable statement) {
    return statement.source() instanceof TableSource.AsQuery
        || statement.source() instanceof TableSource.CloneOf;
  }

  /** Where the rows are until the table they may be read from is replaced. */
  private static PhysicalName filled(PhysicalName table) {
    return new PhysicalName(table.schema(), table.name() + "#new");
  }

  private static void fill(
      CreateTable statement,
      PhysicalName table,
      List<ColumnDefinition> definitions,
      DatabaseConnection connection,
      Execution execution) {
    TableSource source = statement.source();
    if (source instanceof TableSource.AsQuery as) {
      connection
          .tables()
          .createTableAs(
              filled(table),
              columns(definitions),
              as.query(),
              execution.services().sql().context(execution));
    } else if (source instanceof TableSource.CloneOf clone) {
      connection
          .tables()
          .copyTable(RelationSources.physical(other(clone.table(), execution)), filled(table));
    }
  }

  private static List<Column> columns(List<ColumnDefinition> definitions) {
    return definitions.stream()
        .map(column -> new Column(column.name(), column.type(), column.nullable()))
        .toList();
  }

  private static List<ColumnDefinition> columns(CreateTable statement, Execution execution) {
    List<ColumnDefinition> columns = new ArrayList<>();
    TableSource source = statement.source();
    if (source instanceof TableSource.Like like) {
      columns.addAll(other(like.table(), execution).columns());
    } else if (source instanceof TableSource.CloneOf clone) {
      columns.addAll(other(clone.table(), execution).columns());
    } else if (source instanceof TableSource.AsQuery as) {
      columns.addAll(selected(statement, as, execution));
    } else {
      statement.columns().forEach(column -> columns.add(column(column)));
    }
    if (columns.isEmpty()) {
      throw SnowflakeException.compilationError("a table needs at least one column");
    }
    Set<String> names = new HashSet<>();
    for (ColumnDefinition column : columns) {
      if (!names.add(column.name())) {
        throw SnowflakeException.compilationError("duplicate column name '" + column.name() + "'");
      }
    }
    return List.copyOf(columns);
  }

  private static List<ColumnDefinition> selected(
      CreateTable statement, TableSource.AsQuery as, Execution execution) {
    var services = execution.services();
    List<Column> described =
        services
            .data()
            .read(
                execution,
                connection ->
                    connection.describe(as.query(), services.sql().context(execution)).columns());
    List<TableStatement.ColumnDefinition> declared = statement.columns();
    if (!declared.isEmpty() && declared.size() != described.size()) {
      throw SnowflakeException.compilationError(
          "the column list has "
              + declared.size()
              + " names but the query gives "
              + described.size()
              + " columns");
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      Column given = described.get(i);
      columns.add(
          declared.isEmpty()
              ? new ColumnDefinition(given.name(), given.type(), true, null, null, "")
              : named(declared.get(i), given));
    }
    return columns;
  }

  private static ColumnDefinition named(TableStatement.ColumnDefinition declared, Column given) {
    ColumnDefinition column =
        declared.type() == null
            ? new ColumnDefinition(
                declared.name().name(), given.type(), !declared.notNull(), null, null, "")
            : column(declared);
    return column;
  }

  /** A column as written in CREATE TABLE or ADD COLUMN. */
  static ColumnDefinition column(TableStatement.ColumnDefinition written) {
    if (written.type() == null) {
      throw SnowflakeException.compilationError(
          "column '" + written.name().name() + "' has no data type");
    }
    boolean primaryKey =
        written.constraints().stream()
            .anyMatch(c -> c.kind() == TableStatement.ConstraintKind.PRIMARY_KEY);
    Expression defaultValue = written.defaultValue();
    var increment = written.autoIncrement();
    return new ColumnDefinition(
        written.name().name(),
        ColumnTypes.of(written.type()),
        !written.notNull() && !primaryKey,
        defaultValue == null ? null : written.defaultText(),
        increment == null
            ? null
            : new ColumnDefinition.Identity(
                increment.start(), increment.step(), increment.ordered()),
        written.comment() == null ? "" : written.comment());
  }

  private static List<ConstraintDefinition> constraints(CreateTable statement) {
    List<ConstraintDefinition> constraints = new ArrayList<>();
    statement.constraints().forEach(c -> constraints.add(constraint(c, List.of())));
    for (TableStatement.ColumnDefinition column : statement.columns()) {
      column
          .constraints()
          .forEach(c -> constraints.add(constraint(c, List.of(column.name().name()))));
    }
    return constraints;
  }

  /** A constraint; one that is written at its column has that column. */
  static ConstraintDefinition constraint(
      TableStatement.Constraint written, List<String> columnsAtColumn) {
    List<String> columns =
        written.columns().isEmpty()
            ? columnsAtColumn
            : written.columns().stream().map(Identifier::name).toList();
    ObjectName references = written.references();
    return new ConstraintDefinition(
        written.name() == null
            ? "SYS_CONSTRAINT_" + String.join("_", columns)
            : written.name().name(),
        ConstraintDefinition.Type.valueOf(written.kind().name()),
        columns,
        references instanceof ObjectName.Plain plain
            ? new ConstraintDefinition.ForeignKey(
                plain.parts().stream().map(Identifier::name).toList(),
                written.referencedColumns().stream().map(Identifier::name).toList())
            : null);
  }

  private static TableDefinition other(ObjectName name, Execution execution) {
    QualifiedName full = execution.names().relation(name);
    return execution
        .relation(full)
        .filter(found -> execution.services().access().holds(execution.context(), "SELECT", found))
        .filter(TableDefinition.class::isInstance)
        .map(TableDefinition.class::cast)
        .orElseThrow(() -> SnowflakeException.objectDoesNotExist(full.toSql()));
  }
}
