package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.DmlStatement.Assignment;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.RelationSource.StoredTable;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds UPDATE, DELETE and TRUNCATE, and what all DML shares. */
final class DmlBinder {

  private final Binders binders;

  DmlBinder(Binders binders) {
    this.binders = binders;
  }

  BoundStatement bind(DmlStatement statement) {
    if (statement instanceof DmlStatement.Insert insert) {
      return new InsertBinder(binders, this).bind(insert);
    } else if (statement instanceof DmlStatement.Update update) {
      return update(update);
    } else if (statement instanceof DmlStatement.Delete delete) {
      return delete(delete);
    } else if (statement instanceof DmlStatement.Merge merge) {
      return new MergeBinder(binders, this).bind(merge);
    }
    StoredTable table = table(statement.table());
    return statement(
        StatementType.DDL,
        List.of(),
        "DELETE FROM " + table.name().sql(),
        List.of(Column.text("status")),
        table.name());
  }

  private BoundStatement update(DmlStatement.Update update) {
    StoredTable table = table(update.table());
    String alias = binders.translation().alias();
    BoundRelation target = target(table, alias, update.table(), update.alias());
    FromItem from = new FromBinder(binders, null).bind(update.from());
    Scope scope = new Scope(FromItem.both(List.of(target), from.relations()), null);
    ExpressionBinder expressions = binders.expressions(scope);
    String sql =
        "UPDATE "
            + table.name().sql()
            + " AS "
            + alias
            + " SET "
            + String.join(", ", assignments(update.assignments(), table, expressions))
            + (from.sql().isEmpty() ? "" : " FROM " + from.sql())
            + where(update.where(), expressions);
    return statement(
        StatementType.UPDATE,
        List.of(),
        sql,
        List.of(count("number of rows updated"), count("number of multi-joined rows updated")),
        table.name());
  }

  private BoundStatement delete(DmlStatement.Delete delete) {
    StoredTable table = table(delete.table());
    String alias = binders.translation().alias();
    BoundRelation target = target(table, alias, delete.table(), delete.alias());
    FromItem using = new FromBinder(binders, null).bind(delete.using());
    Scope scope = new Scope(FromItem.both(List.of(target), using.relations()), null);
    String sql =
        "DELETE FROM "
            + table.name().sql()
            + " AS "
            + alias
            + (using.sql().isEmpty() ? "" : " USING " + using.sql())
            + where(delete.where(), binders.expressions(scope));
    return statement(
        StatementType.DELETE,
        List.of(),
        sql,
        List.of(count("number of rows deleted")),
        table.name());
  }

  private static String where(@Nullable Expression where, ExpressionBinder expressions) {
    return where == null ? "" : " WHERE " + expressions.condition(where);
  }

  /** {@code "C" = value} for each assignment, in the columns' types. */
  List<String> assignments(
      List<Assignment> assignments, StoredTable table, ExpressionBinder expressions) {
    List<String> list = new ArrayList<>();
    for (Assignment assignment : assignments) {
      TableColumn column = column(table, assignment.column().last());
      list.add(name(column) + " = " + stored(assignment.value(), column, expressions));
    }
    return list;
  }

  /** A value, or DEFAULT, in the column's type. */
  String stored(Expression value, TableColumn column, ExpressionBinder expressions) {
    if (value instanceof Expression.DefaultValue) {
      return defaultValue(column, expressions);
    }
    return expressions.conversions().store(expressions.bind(value), column.column().type()).sql();
  }

  /** What a column holds when no value is given. */
  String defaultValue(TableColumn column, ExpressionBinder expressions) {
    PhysicalName sequence = column.autoIncrement();
    if (sequence != null) {
      Bound next =
          Bound.notNull("nextval(" + Constants.text(sequence.sql()) + ")", SnowflakeType.INTEGER);
      return expressions.conversions().store(next, column.column().type()).sql();
    }
    Expression value = column.defaultValue();
    ExpressionBinder constants = binders.expressions(Scope.empty());
    Bound bound = value == null ? Bound.NULL : constants.bind(value);
    return expressions.conversions().store(bound, column.column().type()).sql();
  }

  StoredTable table(ObjectName name) {
    SqlContext context = binders.context();
    ObjectName.Plain plain = context.name(name);
    RelationSource source = context.relation(plain);
    if (source instanceof StoredTable table) {
      return table;
    }
    throw SnowflakeException.compilationError(
        "Invalid object type: '" + plain + "' is no table and its rows cannot be changed.");
  }

  BoundRelation target(
      StoredTable table, String sqlAlias, ObjectName name, @Nullable Identifier alias) {
    List<Identifier> path = alias == null ? binders.context().name(name).parts() : List.of(alias);
    return FromBinder.stored(table, sqlAlias, path, List.of());
  }

  static TableColumn column(StoredTable table, Identifier name) {
    Optional<TableColumn> found =
        table.columns().stream()
            .filter(column -> column.column().name().equals(name.name()))
            .findFirst();
    return found.orElseThrow(() -> SnowflakeException.invalidIdentifier(name.toString()));
  }

  static String name(TableColumn column) {
    return PhysicalName.quote(PhysicalName.encode(column.column().name()));
  }

  static Column count(String name) {
    return new Column(name, new Number(19, 0), false);
  }

  BoundStatement statement(
      StatementType type,
      List<String> before,
      String sql,
      List<Column> columns,
      @Nullable PhysicalName locked) {
    Translation translation = binders.translation();
    return new BoundStatement(
        type,
        before,
        sql,
        columns,
        translation.parameters(),
        translation.computed(),
        translation.binds(),
        locked);
  }
}
