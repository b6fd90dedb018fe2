package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression.FunctionCall;
import java.util.List;

/** What a call says beside its arguments, as DuckDB SQL; each part is empty if it says nothing. */
record CallMarks(String distinct, String order, String nulls, String over, String overall) {

  static final CallMarks NONE = new CallMarks("", "", "", "", "");

  static CallMarks of(FunctionCall call, ExpressionBinder expressions) {
    WindowBinder windows = new WindowBinder(expressions);
    String order =
        call.withinGroup().isEmpty()
            ? ""
            : " ORDER BY "
                + new OrderBinder(expressions, List.of(), List.of()).elements(call.withinGroup());
    String nulls =
        switch (call.nulls()) {
          case IGNORE -> " IGNORE NULLS";
          case RESPECT -> " RESPECT NULLS";
          case UNSPECIFIED -> "";
        };
    return new CallMarks(
        call.distinct() ? "DISTINCT " : "",
        order,
        nulls,
        windows.over(call.over(), false),
        windows.over(call.over(), true));
  }

  /** The text for a mark of the function table. */
  String text(String mark) {
    return switch (mark) {
      case "distinct" -> distinct;
      case "order" -> order;
      case "nulls" -> nulls;
      case "over" -> over;
      case "overall" -> overall;
      default -> throw new IllegalStateException("no mark #" + mark);
    };
  }
}
