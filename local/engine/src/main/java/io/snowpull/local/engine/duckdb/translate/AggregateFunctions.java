package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Expression.OrderItem;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Aggregates with a syntax of their own.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-aggregation
 */
final class AggregateFunctions {

  private final ExpressionBinder expressions;
  private final CallBinder calls;

  AggregateFunctions(ExpressionBinder expressions, CallBinder calls) {
    this.expressions = expressions;
    this.calls = calls;
  }

  Optional<Bound> bind(String name, FunctionCall call) {
    return switch (name) {
      case "COUNT" -> Optional.of(count(call));
      case "PERCENTILE_CONT", "PERCENTILE_DISC" -> Optional.of(percentile(name, call));
      case "ARRAY_AGG", "ARRAYAGG" -> Optional.of(arrayAgg(call));
      case "LISTAGG", "STRING_AGG" -> Optional.of(listagg(call));
      default -> Optional.empty();
    };
  }

  private Bound count(FunctionCall call) {
    boolean star =
        call.arguments().size() == 1 && call.arguments().get(0).value() instanceof Expression.Star;
    List<Bound> arguments = star ? List.of() : calls.arguments(call);
    CallMarks marks = CallMarks.of(call, expressions);
    String counted;
    if (star) {
      counted = "*";
    } else if (arguments.size() == 1) {
      counted = marks.distinct() + arguments.get(0).sql();
    } else if (arguments.isEmpty()) {
      throw SnowflakeException.wrongArgumentCount("COUNT", "1+", 0);
    } else {
      String cells = arguments.stream().map(Bound::sql).collect(Collectors.joining(", "));
      String all =
          arguments.stream()
              .map(cell -> cell.sql() + " IS NOT NULL")
              .collect(Collectors.joining(" AND "));
      counted = marks.distinct() + "CASE WHEN " + all + " THEN row(" + cells + ") END";
    }
    return Bound.notNull("count(" + counted + ")" + marks.over(), SpecialFunctions.count());
  }

  private Bound percentile(String name, FunctionCall call) {
    if (call.withinGroup().size() != 1 || call.arguments().size() != 1) {
      throw SnowflakeException.compilationError(
          name + " needs one argument and WITHIN GROUP (ORDER BY ..).");
    }
    OrderItem order = call.withinGroup().get(0);
    Bound value = expressions.bind(order.expression());
    Bound fraction = expressions.bind(call.arguments().get(0).value());
    String share = order.descending() ? "1 - " + fraction.sql() : fraction.sql();
    boolean continuous = name.equals("PERCENTILE_CONT");
    Bound operand = continuous ? expressions.conversions().cast(value, SnowflakeType.REAL) : value;
    String sql =
        (continuous ? "quantile_cont(" : "quantile_disc(")
            + operand.sql()
            + ", CAST("
            + share
            + " AS DOUBLE))"
            + CallMarks.of(call, expressions).over();
    SnowflakeType type = value.type();
    if (continuous && type instanceof SnowflakeType.Number number) {
      type =
          new SnowflakeType.Number(SnowflakeType.MAX_PRECISION, Math.min(37, number.scale() + 3));
      sql = "CAST(" + sql + " AS " + PhysicalTypes.duckdb(type) + ")";
    }
    return Bound.of(sql, type);
  }

  /**
   * Values are gathered as they are and become JSON afterwards, so that DISTINCT may be ordered.
   */
  private Bound arrayAgg(FunctionCall call) {
    List<Bound> arguments = calls.arguments(call);
    if (arguments.size() != 1) {
      throw SnowflakeException.wrongArgumentCount("ARRAY_AGG", "1", arguments.size());
    }
    Bound value = arguments.get(0);
    CallMarks marks = CallMarks.of(call, expressions);
    String list =
        "list("
            + marks.distinct()
            + value.sql()
            + marks.order()
            + ") FILTER (WHERE "
            + value.sql()
            + " IS NOT NULL)"
            + marks.over();
    String json =
        value.isSemiStructured()
            ? list
            : "list_transform("
                + list
                + ", lambda e: "
                + expressions.conversions().variant(Bound.of("e", value.type()))
                + ")";
    return Bound.notNull(
        "coalesce(to_json(" + json + "), CAST('[]' AS JSON))", SnowflakeType.ARRAY);
  }

  private Bound listagg(FunctionCall call) {
    List<Bound> arguments = calls.arguments(call);
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw SnowflakeException.wrongArgumentCount("LISTAGG", "1 or 2", arguments.size());
    }
    String text = expressions.conversions().text(arguments.get(0));
    String separator =
        arguments.size() == 2 ? expressions.conversions().text(arguments.get(1)) : "''";
    CallMarks marks = CallMarks.of(call, expressions);
    String joined =
        "string_agg(" + marks.distinct() + text + ", " + separator + marks.order() + ")";
    return Bound.notNull("coalesce(" + joined + marks.over() + ", '')", SnowflakeType.TEXT);
  }
}
