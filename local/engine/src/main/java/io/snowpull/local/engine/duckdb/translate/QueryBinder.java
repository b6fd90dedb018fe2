package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds whole queries: WITH, set operations, VALUES, ORDER BY and LIMIT. */
final class QueryBinder {

  private final Binders binders;
  private final @Nullable Scope outer;

  QueryBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  BoundQuery bind(Query query) {
    Binders inner = binders;
    List<String> with = new ArrayList<>();
    for (Query.CommonTable table : query.with()) {
      String name = binders.translation().alias();
      BoundQuery bound;
      if (query.recursive() && refersTo(table)) {
        bound = recursive(inner, name, table);
      } else {
        bound = named(new QueryBinder(inner, outer).bind(table.query()), table.columns());
      }
      with.add(name + " AS (" + bound.sql() + ")");
      inner = inner.with(table.name(), new Binders.CommonTable(name, bound));
    }
    BoundQuery body = new QueryBinder(inner, outer).body(query);
    if (with.isEmpty()) {
      return body;
    }
    String keyword = query.recursive() ? "WITH RECURSIVE " : "WITH ";
    return new BoundQuery(keyword + String.join(", ", with) + " " + body.sql(), body.columns());
  }

  private BoundQuery body(Query query) {
    if (query.body() instanceof Query.Select select) {
      return new SelectBinder(binders, outer)
          .bind(select, query.orderBy(), query.limit(), query.offset());
    }
    BoundQuery body = body(query.body());
    if (query.orderBy().isEmpty() && query.limit() == null && query.offset() == null) {
      return body;
    }
    String alias = binders.translation().alias();
    Scope scope = new Scope(List.of(body.as(alias, List.of(), List.of())), outer);
    OrderBinder order = new OrderBinder(binders.expressions(scope), body.columns(), List.of());
    return new BoundQuery(
        "SELECT * FROM ("
            + body.sql()
            + ") AS "
            + alias
            + order.orderBy(query.orderBy())
            + order.limit(query.limit(), query.offset()),
        body.columns());
  }

  private BoundQuery body(Query.Body body) {
    if (body instanceof Query.Select select) {
      return new SelectBinder(binders, outer).bind(select, List.of(), null, null);
    } else if (body instanceof Query.SetOperation operation) {
      return setOperation(operation, body(operation.left()), body(operation.right()));
    } else if (body instanceof Query.Values values) {
      return values(values.rows());
    }
    return bind(((Query.Nested) body).query());
  }

  /** VALUES with Snowflake's column names: COLUMN1, COLUMN2, ... */
  BoundQuery values(List<List<Expression>> rows) {
    ExpressionBinder expressions = binders.expressions(new Scope(List.of(), outer));
    return values(rows.stream().map(expressions::bindAll).toList(), expressions.conversions());
  }

  /** VALUES of cells that are bound already. */
  BoundQuery values(List<List<Bound>> bound, Conversions conversions) {
    int width = bound.get(0).size();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int index = i;
      if (bound.stream().anyMatch(row -> row.size() != width)) {
        throw SnowflakeException.compilationError("VALUES rows must be of the same length.");
      }
      List<Bound> cells = bound.stream().map(row -> row.get(index)).toList();
      boolean nullable = cells.stream().anyMatch(Bound::nullable);
      columns.add(new Column("COLUMN" + (i + 1), CommonType.ofResults(cells), nullable));
    }
    String sql =
        bound.stream()
            .map(row -> valuesRow(row, columns, conversions))
            .collect(Collectors.joining(", "));
    String names = names(width);
    return new BoundQuery(
        "SELECT * FROM (VALUES "
            + sql
            + ") AS "
            + binders.translation().alias()
            + "("
            + names
            + ")",
        columns);
  }

  private static String valuesRow(List<Bound> row, List<Column> columns, Conversions conversions) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      SnowflakeType type = columns.get(i).type();
      Bound cell = row.get(i);
      boolean exact = cell.isNull() || cell.type() instanceof SnowflakeType.Number;
      cells.add((exact ? conversions.cast(cell, type) : conversions.coerce(cell, type)).sql());
    }
    return "(" + String.join(", ", cells) + ")";
  }

  private BoundQuery setOperation(Query.SetOperation operation, BoundQuery left, BoundQuery right) {
    if (operation.byName()) {
      throw SnowflakeException.unsupported("UNION BY NAME");
    }
    if (left.columns().size() != right.columns().size()) {
      throw new SnowflakeException(
          "001789",
          "42601",
          "SQL compilation error:\ninvalid number of result columns for set operator input"
              + " branches, expected %d, got %d in branch { Branch }"
                  .formatted(left.columns().size(), right.columns().size()));
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < left.columns().size(); i++) {
      Column a = left.columns().get(i);
      Column b = right.columns().get(i);
      SnowflakeType type =
          CommonType.ofResults(List.of(Bound.of("", a.type()), Bound.of("", b.type())));
      columns.add(new Column(a.name(), type, a.nullable() || b.nullable()));
    }
    String operator = operation.operator() + (operation.all() ? " ALL " : " ");
    return new BoundQuery(branch(left, columns) + " " + operator + branch(right, columns), columns);
  }

  private String branch(BoundQuery query, List<Column> columns) {
    Conversions conversions = new Conversions(binders.context().zone());
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Bound cell = Bound.of(BoundQuery.column(i), query.columns().get(i).type());
      cells.add(
          conversions.coerce(cell, columns.get(i).type()).sql() + " AS " + BoundQuery.column(i));
    }
    return "(SELECT " + String.join(", ", cells) + " FROM (" + query.sql() + "))";
  }

  private BoundQuery recursive(Binders at, String name, Query.CommonTable table) {
    if (!(table.query().body() instanceof Query.SetOperation union)) {
      throw SnowflakeException.compilationError(
          "Recursive CTE "
              + table.name()
              + " must be a UNION ALL of an anchor and a recursive part.");
    }
    BoundQuery anchor = named(new QueryBinder(at, outer).body(union.left()), table.columns());
    Binders inside = at.with(table.name(), new Binders.CommonTable(name, anchor));
    BoundQuery step = new QueryBinder(inside, outer).body(union.right());
    return new BoundQuery(
        branchAs(anchor, anchor.columns()) + " UNION ALL " + branchAs(step, anchor.columns()),
        anchor.columns());
  }

  /** A branch whose cells have exactly the stored type, because DuckDB fixes it by the anchor. */
  private String branchAs(BoundQuery query, List<Column> columns) {
    Conversions conversions = new Conversions(binders.context().zone());
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SnowflakeType type =
          columns.get(i).type() instanceof SnowflakeType.Number number
              ? new SnowflakeType.Number(SnowflakeType.MAX_PRECISION, number.scale())
              : columns.get(i).type();
      Bound cell = Bound.of(BoundQuery.column(i), query.columns().get(i).type());
      cells.add(conversions.cast(cell, type).sql() + " AS " + BoundQuery.column(i));
    }
    return "(SELECT " + String.join(", ", cells) + " FROM (" + query.sql() + "))";
  }

  /** Whether the table's query is a set operation, the only shape that can be recursive. */
  private static boolean refersTo(Query.CommonTable table) {
    return table.query().body() instanceof Query.SetOperation;
  }

  static BoundQuery named(BoundQuery query, List<Identifier> names) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      Column column = query.columns().get(i);
      String name = i < names.size() ? names.get(i).name() : column.name();
      columns.add(new Column(name, column.type(), column.nullable()));
    }
    return new BoundQuery(query.sql(), columns);
  }

  static String names(int width) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add(BoundQuery.column(i));
    }
    return String.join(", ", names);
  }
}
