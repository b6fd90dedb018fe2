package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TableStatement.AlterTable;
import io.snowpull.local.engine.ast.TableStatement.ColumnChange;
import io.snowpull.local.engine.ast.TableStatement.TableAction;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ConstraintDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.PhysicalTables;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.RelationSources;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** ALTER TABLE. */
final class TableAlteration {

  Result alter(AlterTable statement, Execution execution) {
    QualifiedName name = execution.names().relation(statement.name());
    RelationDefinition relation =
        execution
            .relation(name)
            .filter(found -> execution.services().access().sees(execution.context(), found))
            .orElse(null);
    if (relation == null && statement.ifExists()) {
      return Result.status(StatementType.DDL, "Statement executed successfully.");
    }
    if (!(relation instanceof TableDefinition table)) {
      throw SnowflakeException.doesNotExist("table", name.toSql());
    }
    if (table.temporaryOf() == null) {
      execution.services().access().require(execution.context(), "OWNERSHIP", table);
    }
    TableDefinition changed =
        execution
            .catalog()
            .change(
                change -> {
                  TableDefinition after = apply(statement.action(), table, change, execution);
                  if (table.temporaryOf() == null) {
                    put(table, after, change);
                  }
                  return after;
                });
    if (table.temporaryOf() != null) {
      execution.session().removeTemporary(table.key());
      execution.session().putTemporary(changed);
    }
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }

  private static void put(TableDefinition before, TableDefinition after, CatalogChange change)
      throws SQLException {
    if (!before.key().equals(after.key())) {
      change.rename(before, after);
    } else {
      change.put(after);
    }
  }

  private static TableDefinition apply(
      TableAction action, TableDefinition table, CatalogChange change, Execution execution)
      throws SQLException {
    PhysicalTables physical = change.connection().tables();
    PhysicalName stored = RelationSources.physical(table);
    if (action instanceof TableAction.AddColumns add) {
      return addColumns(add, table, physical, stored);
    } else if (action instanceof TableAction.DropColumns drop) {
      return dropColumns(drop, table, physical, stored);
    } else if (action instanceof TableAction.RenameTo rename) {
      QualifiedName to = execution.names().qualify(ObjectKind.TABLE, rename.name());
      Creation.requireContainer(execution, ObjectKind.TABLE, to);
      return rename(table, to, change);
    } else if (action instanceof TableAction.RenameColumn rename) {
      String from = rename.from().name();
      String to = rename.to().name();
      required(table, from);
      requireFree(table, to);
      physical.renameColumn(stored, from, to);
      return table.withColumns(
          replaced(
              table,
              from,
              c ->
                  new ColumnDefinition(
                      to, c.type(), c.nullable(), c.defaultSql(), c.identity(), c.comment())));
    } else if (action instanceof TableAction.SwapWith swap) {
      return swap(table, swap, change, execution);
    } else if (action instanceof TableAction.AlterColumns alter) {
      TableDefinition changed = table;
      for (ColumnChange columnChange : alter.changes()) {
        changed = alterColumn(changed, columnChange, physical, stored);
      }
      return changed;
    } else if (action instanceof TableAction.AddConstraint add) {
      List<ConstraintDefinition> constraints = new ArrayList<>(table.constraints());
      constraints.add(TableCreation.constraint(add.constraint(), List.of()));
      return table.withConstraints(constraints);
    } else if (action instanceof TableAction.DropConstraint drop) {
      return dropConstraint(table, drop);
    } else if (action instanceof TableAction.SetOptions set) {
      return setOptions(table, set.options());
    } else if (action instanceof TableAction.UnsetOptions unset) {
      return unset.names().contains("COMMENT")
          ? table.withHeader(table.header().withComment(""))
          : table;
    }
    // Clustering changes no result; there is nothing here that it could speed up.
    return table;
  }

  private static TableDefinition addColumns(
      TableAction.AddColumns add,
      TableDefinition table,
      PhysicalTables physical,
      PhysicalName stored) {
    List<ColumnDefinition> columns = new ArrayList<>(table.columns());
    for (TableStatement.ColumnDefinition written : add.columns()) {
      ColumnDefinition column = TableCreation.column(written);
      boolean exists = columns.stream().anyMatch(c -> c.name().equals(column.name()));
      if (exists && add.ifNotExists()) {
        continue;
      }
      if (exists) {
        throw new SnowflakeException(
            "001430",
            "42601",
            "SQL compilation error:\ncolumn '" + column.name() + "' already exists");
      }
      physical.addColumn(stored, new Column(column.name(), column.type(), column.nullable()));
      columns.add(column);
    }
    return table.withColumns(columns);
  }

  private static TableDefinition dropColumns(
      TableAction.DropColumns drop,
      TableDefinition table,
      PhysicalTables physical,
      PhysicalName stored) {
    List<ColumnDefinition> columns = new ArrayList<>(table.columns());
    for (Identifier name : drop.columns()) {
      boolean removed = columns.removeIf(c -> c.name().equals(name.name()));
      if (removed) {
        physical.dropColumn(stored, name.name());
      } else if (!drop.ifExists()) {
        throw SnowflakeException.invalidIdentifier(name.toString());
      }
    }
    return table.withColumns(columns);
  }

  private static TableDefinition rename(
      TableDefinition table, QualifiedName to, CatalogChange change) {
    if (change.snapshot().relation(to).isPresent()) {
      throw SnowflakeException.alreadyExists(to.toSql());
    }
    TableDefinition renamed = table.withHeader(table.header().withName(to));
    change
        .connection()
        .tables()
        .renameTable(RelationSources.physical(table), RelationSources.physical(renamed));
    return renamed;
  }

  private static TableDefinition swap(
      TableDefinition table, TableAction.SwapWith swap, CatalogChange change, Execution execution)
      throws SQLException {
    TableDefinition other =
        execution.names().find(TableDefinition.class, ObjectKind.TABLE, swap.table());
    execution.services().access().require(execution.context(), "OWNERSHIP", other);
    PhysicalName one = RelationSources.physical(table);
    PhysicalName two = RelationSources.physical(other);
    PhysicalName between = new PhysicalName(one.schema(), one.name() + "#swap");
    PhysicalTables physical = change.connection().tables();
    physical.renameTable(one, between);
    physical.renameTable(two, one);
    physical.renameTable(between, two);
    change.put(table.withHeader(table.header().withName(other.name())));
    return other.withHeader(other.header().withName(table.name()));
  }

  private static TableDefinition alterColumn(
      TableDefinition table, ColumnChange change, PhysicalTables physical, PhysicalName stored) {
    String name = change.column().name();
    required(table, name);
    if (change instanceof ColumnChange.SetType set) {
      physical.changeType(stored, name, ColumnTypes.of(set.type()));
      return changed(
          table,
          name,
          c ->
              new ColumnDefinition(
                  name,
                  ColumnTypes.of(set.type()),
                  c.nullable(),
                  c.defaultSql(),
                  c.identity(),
                  c.comment()));
    } else if (change instanceof ColumnChange.SetNotNull) {
      physical.changeNullable(stored, name, false);
      return changed(
          table,
          name,
          c ->
              new ColumnDefinition(
                  name, c.type(), false, c.defaultSql(), c.identity(), c.comment()));
    } else if (change instanceof ColumnChange.DropNotNull) {
      physical.changeNullable(stored, name, true);
      return changed(
          table,
          name,
          c ->
              new ColumnDefinition(
                  name, c.type(), true, c.defaultSql(), c.identity(), c.comment()));
    } else if (change instanceof ColumnChange.SetDefault set) {
      return changed(
          table,
          name,
          c ->
              new ColumnDefinition(
                  name, c.type(), c.nullable(), set.valueText(), c.identity(), c.comment()));
    } else if (change instanceof ColumnChange.DropDefault) {
      return changed(
          table,
          name,
          c -> new ColumnDefinition(name, c.type(), c.nullable(), null, null, c.comment()));
    }
    String comment = ((ColumnChange.SetComment) change).comment();
    return changed(
        table,
        name,
        c ->
            new ColumnDefinition(
                name,
                c.type(),
                c.nullable(),
                c.defaultSql(),
                c.identity(),
                comment == null ? "" : comment));
  }

  private static TableDefinition dropConstraint(
      TableDefinition table, TableAction.DropConstraint drop) {
    List<ConstraintDefinition> constraints = new ArrayList<>(table.constraints());
    Identifier name = drop.name();
    boolean removed =
        constraints.removeIf(
            c ->
                drop.primaryKey()
                    ? c.type() == ConstraintDefinition.Type.PRIMARY_KEY
                    : name != null && c.name().equals(name.name()));
    if (!removed) {
      throw SnowflakeException.doesNotExist("constraint", String.valueOf(name));
    }
    return table.withConstraints(constraints);
  }

  private static TableDefinition setOptions(TableDefinition table, Options options) {
    return options
        .text("COMMENT")
        .map(comment -> table.withHeader(table.header().withComment(comment)))
        .orElse(table);
  }

  private static TableDefinition changed(
      TableDefinition table,
      String name,
      java.util.function.UnaryOperator<ColumnDefinition> change) {
    return table.withColumns(replaced(table, name, change));
  }

  private static List<ColumnDefinition> replaced(
      TableDefinition table,
      String name,
      java.util.function.UnaryOperator<ColumnDefinition> change) {
    return table.columns().stream()
        .map(column -> column.name().equals(name) ? change.apply(column) : column)
        .toList();
  }

  private static void required(TableDefinition table, String column) {
    if (table.columns().stream().noneMatch(c -> c.name().equals(column))) {
      throw SnowflakeException.invalidIdentifier(QualifiedName.quoteIfNeeded(column));
    }
  }

  private static void requireFree(TableDefinition table, String column) {
    if (table.columns().stream().anyMatch(c -> c.name().equals(column))) {
      throw new SnowflakeException(
          "001430", "42601", "SQL compilation error:\ncolumn '" + column + "' already exists");
    }
  }
}
