package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.Frame;
import io.snowpull.local.engine.ast.Expression.FrameBound;
import io.snowpull.local.engine.ast.Expression.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OVER clauses.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-window-syntax
 */
final class WindowBinder {

  private static final String WHOLE = "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";

  private final ExpressionBinder expressions;

  WindowBinder(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  /**
   * The clause with a leading blank; empty if there is none.
   *
   * @param whole whether Snowflake's default frame for the function is the whole partition
   */
  String over(@Nullable Window window, boolean whole) {
    if (window == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (!window.partitionBy().isEmpty()) {
      parts.add(
          "PARTITION BY "
              + window.partitionBy().stream()
                  .map(key -> expressions.bind(key).sql())
                  .collect(Collectors.joining(", ")));
    }
    if (!window.orderBy().isEmpty()) {
      parts.add(
          "ORDER BY "
              + new OrderBinder(expressions, List.of(), List.of()).elements(window.orderBy()));
    }
    Frame frame = window.frame();
    if (frame != null) {
      parts.add(frame.unit() + " BETWEEN " + bound(frame.start()) + " AND " + bound(frame.end()));
    } else if (whole) {
      parts.add(WHOLE);
    }
    return " OVER (" + String.join(" ", parts) + ")";
  }

  private String bound(FrameBound bound) {
    Expression offset = bound.offset();
    String kind = bound.kind().name().replace('_', ' ');
    if (offset == null) {
      return kind;
    }
    return offset instanceof Expression.IntervalLiteral interval
        ? "INTERVAL "
            + Constants.text(
                interval.value() + " " + (interval.unit() == null ? "" : interval.unit()))
            + " "
            + kind
        : expressions.bind(offset).sql() + " " + kind;
  }
}
