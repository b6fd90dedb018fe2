package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.DmlStatement.Assignment;
import io.snowpull.local.engine.ast.DmlStatement.MergeAction;
import io.snowpull.local.engine.ast.DmlStatement.MergeClause;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.duckdb.RelationSource.StoredTable;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.List;

/**
 * MERGE. DuckDB fails, as Snowflake does, when several source rows would change one target row.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/merge
 */
final class MergeBinder {

  private final Binders binders;
  private final DmlBinder dml;

  MergeBinder(Binders binders, DmlBinder dml) {
    this.binders = binders;
    this.dml = dml;
  }

  BoundStatement bind(DmlStatement.Merge merge) {
    StoredTable table = dml.table(merge.table());
    String alias = binders.translation().alias();
    BoundRelation target = dml.target(table, alias, merge.table(), merge.alias());
    FromItem source = new FromBinder(binders, null).bind(merge.source(), FromItem.NONE);
    ExpressionBinder both =
        binders.expressions(new Scope(FromItem.both(List.of(target), source.relations()), null));
    ExpressionBinder sourceOnly = binders.expressions(new Scope(source.relations(), null));
    StringBuilder sql = new StringBuilder("MERGE INTO " + table.name().sql() + " AS " + alias);
    sql.append(" USING ").append(source.sql()).append(" ON ").append(both.condition(merge.on()));
    for (MergeClause clause : merge.clauses()) {
      ExpressionBinder expressions = clause.matched() ? both : sourceOnly;
      Expression condition = clause.condition();
      sql.append(clause.matched() ? " WHEN MATCHED" : " WHEN NOT MATCHED");
      if (condition != null) {
        sql.append(" AND ").append(expressions.condition(condition));
      }
      sql.append(" THEN ").append(action(clause.action(), table, source, expressions));
    }
    sql.append(" RETURNING merge_action");
    return dml.statement(
        StatementType.MERGE, List.of(), sql.toString(), counts(merge.clauses()), table.name());
  }

  private String action(
      MergeAction action, StoredTable table, FromItem source, ExpressionBinder expressions) {
    if (action instanceof MergeAction.Update update) {
      return update(update.assignments(), table, expressions);
    } else if (action instanceof MergeAction.Delete) {
      return "DELETE";
    } else if (action instanceof MergeAction.Insert insert) {
      return insert(insert, table, expressions);
    }
    List<Identifier> names = commonNames(table, source);
    if (action instanceof MergeAction.UpdateAllByName) {
      List<Assignment> assignments =
          names.stream()
              .map(name -> new Assignment(reference(name), sourceReference(source, name)))
              .toList();
      return update(assignments, table, expressions);
    }
    List<Expression> values = new ArrayList<>();
    names.forEach(name -> values.add(sourceReference(source, name)));
    return insert(new MergeAction.Insert(names, values), table, expressions);
  }

  private String update(
      List<Assignment> assignments, StoredTable table, ExpressionBinder expressions) {
    return "UPDATE SET " + String.join(", ", dml.assignments(assignments, table, expressions));
  }

  private String insert(
      MergeAction.Insert insert, StoredTable table, ExpressionBinder expressions) {
    List<TableColumn> columns =
        insert.columns().isEmpty()
            ? table.columns()
            : insert.columns().stream().map(name -> DmlBinder.column(table, name)).toList();
    if (columns.size() != insert.values().size()) {
      throw SnowflakeException.compilationError(
          "Insert value list does not match column list expecting %d but got %d"
              .formatted(columns.size(), insert.values().size()));
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(DmlBinder.name(columns.get(i)));
      values.add(dml.stored(insert.values().get(i), columns.get(i), expressions));
    }
    for (TableColumn column : table.columns()) {
      boolean omitted = !columns.contains(column);
      if (omitted && (column.defaultValue() != null || column.autoIncrement() != null)) {
        names.add(DmlBinder.name(column));
        values.add(dml.defaultValue(column, expressions));
      }
    }
    return "INSERT (" + String.join(", ", names) + ") VALUES (" + String.join(", ", values) + ")";
  }

  private static List<Identifier> commonNames(StoredTable table, FromItem source) {
    List<String> sourceNames =
        source.relations().stream()
            .flatMap(relation -> relation.columns().stream())
            .map(BoundColumn::name)
            .toList();
    return table.columns().stream()
        .map(column -> column.column().name())
        .filter(sourceNames::contains)
        .map(Identifier::new)
        .toList();
  }

  private static Expression.ColumnRef reference(Identifier name) {
    return new Expression.ColumnRef(List.of(name), new Position(0, -1));
  }

  /** The source's column, qualified because the target has one of the same name. */
  private static Expression.ColumnRef sourceReference(FromItem source, Identifier name) {
    List<Identifier> parts = new ArrayList<>(source.relations().get(0).path());
    parts.add(name);
    return new Expression.ColumnRef(parts, new Position(0, -1));
  }

  private static List<Column> counts(List<MergeClause> clauses) {
    List<Column> columns = new ArrayList<>();
    boolean inserts = clauses.stream().anyMatch(c -> !c.matched());
    boolean deletes = clauses.stream().anyMatch(c -> c.action() instanceof MergeAction.Delete);
    boolean updates =
        clauses.stream().anyMatch(c -> c.matched() && !(c.action() instanceof MergeAction.Delete));
    if (inserts) {
      columns.add(DmlBinder.count("number of rows inserted"));
    }
    if (updates) {
      columns.add(DmlBinder.count("number of rows updated"));
    }
    if (deletes) {
      columns.add(DmlBinder.count("number of rows deleted"));
    }
    return columns;
  }
}
