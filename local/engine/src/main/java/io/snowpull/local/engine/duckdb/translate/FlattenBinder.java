package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FLATTEN: one row for each element of an array or object.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/flatten
 */
final class FlattenBinder {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("SEQ", new Number(19, 0), false),
          Column.of("KEY", SnowflakeType.TEXT),
          Column.of("PATH", SnowflakeType.TEXT),
          Column.of("INDEX", new Number(19, 0)),
          Column.of("VALUE", SnowflakeType.VARIANT),
          Column.of("THIS", SnowflakeType.VARIANT));

  private final Binders binders;
  private final @Nullable Scope outer;

  FlattenBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  FromItem bind(
      FromItem left,
      FunctionCall call,
      List<Identifier> path,
      List<Identifier> names,
      boolean keep) {
    ExpressionBinder expressions = binders.expressions(new Scope(left.relations(), outer));
    Expression inputExpression =
        TableFunctionBinder.argument(call, "INPUT", 0)
            .orElseThrow(() -> SnowflakeException.wrongArgumentCount("FLATTEN", "1", 0));
    Bound input = expressions.bind(inputExpression);
    if (input.isNull()) {
      input = expressions.conversions().cast(input, SnowflakeType.VARIANT);
    }
    if (!input.isSemiStructured()) {
      throw SnowflakeException.invalidArgumentTypes("FLATTEN", input.type().sql());
    }
    String base = text(expressions, call, "PATH").orElse("");
    String mode = text(expressions, call, "MODE").orElse("BOTH").toUpperCase(Locale.ROOT);
    if (!List.of("BOTH", "OBJECT", "ARRAY").contains(mode)) {
      throw SnowflakeException.compilationError(
          "FLATTEN's MODE '" + mode + "' is none of OBJECT, ARRAY, BOTH.");
    }
    boolean recursive = flag(expressions, call, "RECURSIVE");
    boolean outerRows = keep || flag(expressions, call, "OUTER");
    String json =
        base.isEmpty()
            ? input.sql()
            : "sf_get_path(" + input.sql() + ", " + Constants.text(base) + ")";
    String function = recursive ? "sf_flatten_all" : "sf_flatten";
    String list = function + "(x.t, " + Constants.text(base) + ", " + Constants.text(mode) + ")";
    LateralRows.Joined joined =
        new LateralRows(binders.translation())
            .join(left, json, outerRows ? "sf_or_one_null(" + list + ")" : list);
    return joined.with(relation(joined, path, names, recursive));
  }

  private static BoundRelation relation(
      LateralRows.Joined joined, List<Identifier> path, List<Identifier> names, boolean recursive) {
    String element = joined.element();
    List<String> sql =
        List.of(
            joined.rowNumber(),
            "struct_extract(" + element + ", 'k')",
            "struct_extract(" + element + ", 'p')",
            "struct_extract(" + element + ", 'i')",
            "struct_extract(" + element + ", 'v')",
            recursive ? "struct_extract(" + element + ", 't')" : joined.input());
    List<BoundColumn> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      Column column = COLUMNS.get(i);
      columns.add(
          new BoundColumn(
              i < names.size() ? names.get(i).name() : column.name(),
              new Bound(sql.get(i), column.type(), column.nullable(), Bound.Form.VALUE)));
    }
    return new BoundRelation(path, columns);
  }

  private static Optional<String> text(
      ExpressionBinder expressions, FunctionCall call, String name) {
    return constant(expressions, call, name).map(value -> String.valueOf(value.value()));
  }

  private static boolean flag(ExpressionBinder expressions, FunctionCall call, String name) {
    return constant(expressions, call, name)
        .map(value -> String.valueOf(value.value()).equalsIgnoreCase("true"))
        .orElse(false);
  }

  private static Optional<SqlValue> constant(
      ExpressionBinder expressions, FunctionCall call, String name) {
    return TableFunctionBinder.argument(call, name, Integer.MAX_VALUE)
        .map(value -> new ConstantArguments(expressions).value(value));
  }
}
