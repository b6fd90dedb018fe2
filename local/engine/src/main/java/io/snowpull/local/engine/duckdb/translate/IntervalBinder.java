package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adding and subtracting INTERVAL constants.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/data-types-datetime#interval-constants
 */
final class IntervalBinder {

  private static final Pattern PART = Pattern.compile("\\s*,?\\s*([+-]?\\d+)\\s*([A-Za-z]*)\\s*");

  private final ExpressionBinder expressions;

  IntervalBinder(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  Bound bind(Expression.Binary binary) {
    boolean intervalFirst = binary.left() instanceof Expression.IntervalLiteral;
    Expression moment = intervalFirst ? binary.right() : binary.left();
    Expression.IntervalLiteral interval =
        (Expression.IntervalLiteral) (intervalFirst ? binary.left() : binary.right());
    boolean fits =
        binary.operator() == BinaryOperator.PLUS
            || (binary.operator() == BinaryOperator.MINUS && !intervalFirst);
    if (!fits || moment instanceof Expression.IntervalLiteral) {
      throw SnowflakeException.invalidArgumentTypes(binary.operator().sql(), "INTERVAL");
    }
    Bound value = expressions.bind(moment);
    if (value.isText() || value.isSemiStructured()) {
      value = expressions.conversions().cast(value, SnowflakeType.TIMESTAMP_NTZ);
    }
    DateFunctions dates = new DateFunctions(expressions);
    Matcher part = PART.matcher(interval.value());
    int end = 0;
    while (part.lookingAt() || part.find(end) && part.start() == end) {
      String unit = part.group(2).isEmpty() ? unit(interval) : part.group(2);
      long amount = Long.parseLong(part.group(1));
      long signed = binary.operator() == BinaryOperator.MINUS ? -amount : amount;
      value =
          dates.add(
              unit.toUpperCase(Locale.ROOT),
              Constants.number(Long.toString(Math.abs(signed))),
              signed < 0,
              value);
      end = part.end();
      if (end == interval.value().length()) {
        return value;
      }
      part.region(end, interval.value().length());
    }
    throw SnowflakeException.compilationError("Invalid interval '" + interval.value() + "'.");
  }

  private static String unit(Expression.IntervalLiteral interval) {
    String unit = interval.unit();
    return unit == null ? "SECOND" : unit;
  }
}
