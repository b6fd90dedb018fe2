package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.OrderItem;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ORDER BY and LIMIT.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/constructs/order-by
 */
final class OrderBinder {

  private final ExpressionBinder expressions;
  private final List<Column> columns;
  private final List<Bound> items;

  /**
   * @param columns what the query returns, which ORDER BY may name
   * @param items the expressions of those columns; empty if they can be named by position only
   */
  OrderBinder(ExpressionBinder expressions, List<Column> columns, List<Bound> items) {
    this.expressions = expressions;
    this.columns = columns;
    this.items = items;
  }

  String orderBy(List<OrderItem> order) {
    if (order.isEmpty()) {
      return "";
    }
    return " ORDER BY " + elements(order);
  }

  /** The elements alone, as inside OVER (..) and WITHIN GROUP (..). */
  String elements(List<OrderItem> order) {
    List<String> elements = new ArrayList<>();
    for (OrderItem item : order) {
      String direction = direction(item);
      int position = position(item.expression());
      Bound value =
          position < 0
              ? expressions.bind(item.expression())
              : items.isEmpty()
                  ? Bound.of(Integer.toString(position + 1), columns.get(position).type())
                  : items.get(position);
      boolean byPosition = position >= 0 && !value.isSemiStructured();
      if (value.isSemiStructured() && (position < 0 || !items.isEmpty())) {
        elements.add("TRY_CAST(" + Conversions.jsonText(value) + " AS DOUBLE)" + direction);
      }
      elements.add((byPosition ? Integer.toString(position + 1) : value.sql()) + direction);
    }
    return String.join(", ", elements);
  }

  String limit(@Nullable Expression limit, @Nullable Expression offset) {
    StringBuilder sql = new StringBuilder();
    String rows = limit == null ? null : constant(limit);
    String skipped = offset == null ? null : constant(offset);
    if (rows != null) {
      sql.append(" LIMIT ").append(rows);
    }
    if (skipped != null) {
      sql.append(" OFFSET ").append(skipped);
    }
    return sql.toString();
  }

  private static String direction(OrderItem item) {
    String direction = item.descending() ? " DESC" : "";
    Boolean nullsFirst = item.nullsFirst();
    return nullsFirst == null
        ? direction
        : direction + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
  }

  /** The column of the result that the element names by number or name; -1 if it names none. */
  private int position(Expression expression) {
    if (columns.isEmpty()) {
      return -1;
    }
    if (expression instanceof Expression.NumberLiteral number && number.text().matches("\\d+")) {
      int position = Integer.parseInt(number.text());
      if (position < 1 || position > columns.size()) {
        throw SnowflakeException.compilationError(
            "[" + position + "] is not a valid order by expression");
      }
      return position - 1;
    }
    if (expression instanceof Expression.ColumnRef column && column.parts().size() == 1) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(column.last().name())) {
          return i;
        }
      }
    }
    return -1;
  }

  private @Nullable String constant(Expression expression) {
    if (expression instanceof Expression.NullLiteral) {
      return null;
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return number.text();
    }
    if (expression instanceof Expression.Bind bind) {
      SqlValue value =
          expressions.binders().translation().bind(expressions.context(), bind.index());
      return value.value() == null ? null : "CAST(" + Constants.of(value).sql() + " AS BIGINT)";
    }
    return "CAST(" + expressions.bind(expression).sql() + " AS BIGINT)";
  }
}
