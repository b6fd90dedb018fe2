package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource.StoredTable;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.List;

/**
 * INSERT, with defaults for the columns that it leaves out.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/insert
 */
final class InsertBinder {

  private final Binders binders;
  private final DmlBinder dml;

  InsertBinder(Binders binders, DmlBinder dml) {
    this.binders = binders;
    this.dml = dml;
  }

  BoundStatement bind(DmlStatement.Insert insert) {
    StoredTable table = dml.table(insert.table());
    List<TableColumn> columns =
        insert.columns().isEmpty()
            ? table.columns()
            : insert.columns().stream().map(name -> DmlBinder.column(table, name)).toList();
    Query source = insert.source();
    List<TableColumn> given = columns;
    if (source.body() instanceof Query.Values values && holdsDefault(values)) {
      given = withoutDefaults(columns, values);
      source = withoutDefaults(source, values);
    }
    List<String> before =
        insert.overwrite() ? List.of("DELETE FROM " + table.name().sql()) : List.of();
    BoundQuery query = new QueryBinder(binders, null).bind(source);
    return bind(table, given, query, before, insert.overwrite());
  }

  /** Fills all the columns of a table that was just created. */
  BoundStatement bind(StoredTable table, Query source) {
    BoundQuery query = new QueryBinder(binders, null).bind(source);
    return bind(table, table.columns(), query, List.of(), false);
  }

  /** One statement for many sets of bound values, each of which gives the cells of one row. */
  BoundStatement bindBatch(
      DmlStatement.Insert insert, List<Expression> cells, List<SqlContext> contexts) {
    StoredTable table = dml.table(insert.table());
    List<TableColumn> columns =
        insert.columns().isEmpty()
            ? table.columns()
            : insert.columns().stream().map(name -> DmlBinder.column(table, name)).toList();
    List<List<Bound>> rows = new ArrayList<>();
    for (SqlContext context : contexts) {
      rows.add(
          new Binders(context, binders.translation()).expressions(Scope.empty()).bindAll(cells));
    }
    Conversions conversions = new Conversions(binders.context().zone());
    BoundQuery query = new QueryBinder(binders, null).values(rows, conversions);
    return bind(table, columns, query, List.of(), false);
  }

  /**
   * The cells of the one row that the insert gives with each set of values; empty if it differs.
   */
  static List<Expression> rowCells(DmlStatement.Insert insert) {
    Query.Body body = insert.source().body();
    List<Expression> cells = List.of();
    if (insert.overwrite() || !insert.source().with().isEmpty()) {
      return cells;
    } else if (body instanceof Query.Values values && values.rows().size() == 1) {
      cells = values.rows().get(0);
    } else if (body instanceof Query.Select select && isPlainRow(select)) {
      cells = select.items().stream().map(Query.SelectItem::expression).toList();
    }
    boolean simple =
        cells.stream()
            .noneMatch(
                cell -> cell instanceof Expression.DefaultValue || cell instanceof Expression.Star);
    return simple ? cells : List.of();
  }

  private static boolean isPlainRow(Query.Select select) {
    return select.from().isEmpty()
        && select.where() == null
        && select.groupBy() == null
        && select.having() == null
        && select.qualify() == null
        && select.top() == null
        && !select.distinct();
  }

  private BoundStatement bind(
      StoredTable table,
      List<TableColumn> given,
      BoundQuery query,
      List<String> before,
      boolean lock) {
    if (query.columns().size() != given.size()) {
      throw new SnowflakeException(
          "002020",
          "21S01",
          "SQL compilation error:\nInsert value list does not match column list expecting %d but got %d"
              .formatted(given.size(), query.columns().size()));
    }
    String alias = binders.translation().alias();
    ExpressionBinder expressions = binders.expressions(Scope.empty());
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Column from = query.columns().get(i);
      Bound cell =
          new Bound(
              alias + "." + BoundQuery.column(i), from.type(), from.nullable(), Bound.Form.VALUE);
      names.add(DmlBinder.name(given.get(i)));
      values.add(expressions.conversions().store(cell, given.get(i).column().type()).sql());
    }
    for (TableColumn column : table.columns()) {
      boolean omitted = !given.contains(column);
      if (omitted && (column.defaultValue() != null || column.autoIncrement() != null)) {
        names.add(DmlBinder.name(column));
        values.add(dml.defaultValue(column, expressions));
      }
    }
    String sql =
        "INSERT INTO "
            + table.name().sql()
            + " ("
            + String.join(", ", names)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM ("
            + query.sql()
            + ") AS "
            + alias;
    PhysicalName locked = lock ? table.name() : null;
    return dml.statement(
        StatementType.INSERT,
        before,
        sql,
        List.of(DmlBinder.count("number of rows inserted")),
        locked);
  }

  private static boolean holdsDefault(Query.Values values) {
    return values.rows().stream()
        .anyMatch(row -> row.stream().anyMatch(cell -> cell instanceof Expression.DefaultValue));
  }

  /**
   * The columns for which some row has a value; those that are DEFAULT in all rows are left out.
   */
  private static List<TableColumn> withoutDefaults(List<TableColumn> columns, Query.Values values) {
    List<TableColumn> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!alwaysDefault(values, i)) {
        kept.add(columns.get(i));
      }
    }
    if (kept.isEmpty()) {
      throw SnowflakeException.unsupported("INSERT of nothing but DEFAULT");
    }
    return kept;
  }

  private static Query withoutDefaults(Query source, Query.Values values) {
    List<List<Expression>> rows = new ArrayList<>();
    for (List<Expression> row : values.rows()) {
      List<Expression> kept = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (!alwaysDefault(values, i)) {
          if (row.get(i) instanceof Expression.DefaultValue) {
            throw SnowflakeException.unsupported(
                "DEFAULT in some of the rows of a column in VALUES");
          }
          kept.add(row.get(i));
        }
      }
      rows.add(kept);
    }
    return new Query(
        source.recursive(),
        source.with(),
        new Query.Values(rows),
        source.orderBy(),
        source.limit(),
        source.offset());
  }

  private static boolean alwaysDefault(Query.Values values, int index) {
    return values.rows().stream()
        .allMatch(row -> index < row.size() && row.get(index) instanceof Expression.DefaultValue);
  }
}
