package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SPLIT_TO_TABLE and STRTOK_SPLIT_TO_TABLE.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/split_to_table
 */
final class SplitBinder {

  private static final Number NUMBER = new Number(19, 0);

  private final Binders binders;
  private final @Nullable Scope outer;

  SplitBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  FromItem bind(
      FromItem left,
      String function,
      FunctionCall call,
      List<Identifier> path,
      List<Identifier> names) {
    ExpressionBinder expressions = binders.expressions(new Scope(left.relations(), outer));
    List<Bound> arguments =
        expressions.bindAll(call.arguments().stream().map(Expression.Argument::value).toList());
    boolean tokens = function.startsWith("STRTOK");
    if (arguments.size() != 2 && !(tokens && arguments.size() == 1)) {
      throw SnowflakeException.wrongArgumentCount(function, "2", arguments.size());
    }
    String text = expressions.conversions().text(arguments.get(0));
    String separator =
        arguments.size() == 1 ? "' '" : expressions.conversions().text(arguments.get(1));
    String parts =
        tokens ? "sf_tokens(x.t, " + separator + ")" : "string_split(x.t, " + separator + ")";
    LateralRows.Joined joined =
        new LateralRows(binders.translation())
            .join(left, text, "list_transform(" + parts + ", lambda v, i: {'v': v, 'i': i})");
    List<Bound> values =
        List.of(
            Bound.notNull(joined.rowNumber(), NUMBER),
            Bound.notNull("struct_extract(" + joined.element() + ", 'i')", NUMBER),
            Bound.of("struct_extract(" + joined.element() + ", 'v')", SnowflakeType.TEXT));
    List<String> columnNames = List.of("SEQ", "INDEX", "VALUE");
    List<BoundColumn> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      columns.add(
          new BoundColumn(
              i < names.size() ? names.get(i).name() : columnNames.get(i), values.get(i)));
    }
    return joined.with(new BoundRelation(path, columns));
  }
}
