package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PIVOT as grouped CASE expressions, UNPIVOT as a join with a list of (name, value).
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/constructs/pivot
 */
final class PivotBinder {

  private final Binders binders;
  private final @Nullable Scope outer;

  PivotBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  FromItem pivot(Relation.Pivot pivot, FromItem source) {
    if (pivot.values().isEmpty() || pivot.aggregates().size() != 1) {
      throw SnowflakeException.unsupported(
          "PIVOT with anything but one aggregate and a list of values");
    }
    if (!(pivot.aggregates().get(0).value() instanceof FunctionCall aggregate)
        || aggregate.arguments().size() != 1) {
      throw SnowflakeException.compilationError("PIVOT needs an aggregate of one column.");
    }
    ExpressionBinder expressions = binders.expressions(new Scope(source.relations(), outer));
    Expression argument = aggregate.arguments().get(0).value();
    Expression.ColumnRef by =
        new Expression.ColumnRef(List.of(pivot.column()), aggregate.position());
    List<String> list = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<BoundColumn> columns = new ArrayList<>();
    String alias = binders.translation().alias();
    for (BoundRelation relation : source.relations()) {
      for (BoundColumn column : relation.columns()) {
        boolean consumed =
            column.name().equals(pivot.column().name())
                || (argument instanceof Expression.ColumnRef ref
                    && column.name().equals(ref.last().name()));
        if (!consumed) {
          groups.add(column.value().sql());
          columns.add(output(alias, list, column.name(), column.value()));
        }
      }
    }
    for (Expression.Renamed value : pivot.values()) {
      Expression chosen =
          new Expression.Case(
              null,
              List.of(
                  new Expression.When(
                      new Expression.Binary(Expression.BinaryOperator.EQUAL, by, value.value()),
                      argument)),
              null);
      Bound cell = expressions.bind(withArgument(aggregate, chosen));
      Expression otherwise = pivot.defaultValue();
      if (otherwise != null) {
        Bound replacement =
            expressions.conversions().coerce(expressions.bind(otherwise), cell.type());
        cell = Bound.of("coalesce(" + cell.sql() + ", " + replacement.sql() + ")", cell.type());
      }
      columns.add(output(alias, list, value.name().name(), cell));
    }
    String sql =
        "(SELECT "
            + String.join(", ", list)
            + " FROM "
            + source.sql()
            + (groups.isEmpty() ? "" : " GROUP BY " + String.join(", ", groups))
            + ") AS "
            + alias;
    return new FromItem(sql, List.of(relation(pivot.alias(), columns)));
  }

  FromItem unpivot(Relation.Unpivot unpivot, FromItem source) {
    ExpressionBinder expressions = binders.expressions(new Scope(source.relations(), outer));
    List<Bound> values = new ArrayList<>();
    for (Expression.Renaming column : unpivot.columns()) {
      values.add(
          expressions.bind(
              new Expression.ColumnRef(
                  List.of(column.from()), new io.snowpull.local.engine.ast.Position(0, -1))));
    }
    SnowflakeType type = CommonType.ofResults(values);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      pairs.add(
          "{'n': "
              + Constants.text(unpivot.columns().get(i).to().name())
              + ", 'v': "
              + expressions.conversions().cast(values.get(i), type).sql()
              + "}");
    }
    String list = "[" + String.join(", ", pairs) + "]";
    String kept =
        unpivot.includeNulls()
            ? "x.t"
            : "list_filter(x.t, lambda e: struct_extract(e, 'v') IS NOT NULL)";
    LateralRows.Joined joined = new LateralRows(binders.translation()).join(source, list, kept);
    List<String> consumed = unpivot.columns().stream().map(column -> column.from().name()).toList();
    List<BoundColumn> columns = new ArrayList<>();
    for (BoundRelation relation : joined.left().relations()) {
      relation.columns().stream()
          .filter(column -> !consumed.contains(column.name()))
          .forEach(columns::add);
    }
    columns.add(
        new BoundColumn(
            unpivot.nameColumn().name(),
            Bound.notNull("struct_extract(" + joined.element() + ", 'n')", SnowflakeType.TEXT)));
    columns.add(
        new BoundColumn(
            unpivot.valueColumn().name(),
            Bound.of("struct_extract(" + joined.element() + ", 'v')", type)));
    return new FromItem(joined.left().sql(), List.of(relation(unpivot.alias(), columns)));
  }

  private static FunctionCall withArgument(FunctionCall call, Expression argument) {
    return new FunctionCall(
        call.name(),
        List.of(new Expression.Argument(null, argument)),
        call.distinct(),
        call.withinGroup(),
        call.nulls(),
        call.over(),
        call.position());
  }

  private static BoundColumn output(String alias, List<String> list, String name, Bound value) {
    String column = BoundQuery.column(list.size());
    list.add(value.sql() + " AS " + column);
    return new BoundColumn(
        name, new Bound(alias + "." + column, value.type(), value.nullable(), Bound.Form.VALUE));
  }

  private static BoundRelation relation(Relation.@Nullable Alias alias, List<BoundColumn> columns) {
    List<BoundColumn> renamed = new ArrayList<>();
    List<Identifier> names = FromBinder.names(alias);
    for (int i = 0; i < columns.size(); i++) {
      String name = i < names.size() ? names.get(i).name() : columns.get(i).name();
      renamed.add(new BoundColumn(name, columns.get(i).value()));
    }
    return new BoundRelation(FromBinder.path(alias, List.of()), renamed);
  }
}
