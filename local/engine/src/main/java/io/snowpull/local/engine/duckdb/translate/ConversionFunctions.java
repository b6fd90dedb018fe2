package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * TO_.. and TRY_TO_.. functions.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-conversion
 */
final class ConversionFunctions {

  private final ExpressionBinder expressions;
  private final CallBinder calls;
  private final Conversions conversions;

  ConversionFunctions(ExpressionBinder expressions, CallBinder calls) {
    this.expressions = expressions;
    this.calls = calls;
    this.conversions = expressions.conversions();
  }

  Optional<Bound> bind(String name, FunctionCall call) {
    boolean attempt = name.startsWith("TRY_TO_");
    Optional<Bound> bound =
        switch (attempt ? name.substring(4) : name) {
          case "TO_CHAR", "TO_VARCHAR" -> Optional.of(text(calls.arguments(call)));
          case "TO_NUMBER", "TO_DECIMAL", "TO_NUMERIC" -> Optional.of(number(call));
          case "TO_DOUBLE" -> Optional.of(simple(call, SnowflakeType.REAL));
          case "TO_BOOLEAN" -> Optional.of(simple(call, SnowflakeType.BOOLEAN));
          case "TO_DATE", "DATE" -> Optional.of(moment(call, SnowflakeType.DATE));
          case "TO_TIME", "TIME" -> Optional.of(moment(call, SnowflakeType.TIME));
          case "TO_TIMESTAMP", "TO_TIMESTAMP_NTZ" ->
              Optional.of(moment(call, SnowflakeType.TIMESTAMP_NTZ));
          case "TO_TIMESTAMP_LTZ" -> Optional.of(moment(call, SnowflakeType.TIMESTAMP_LTZ));
          case "TO_TIMESTAMP_TZ" -> Optional.of(moment(call, SnowflakeType.TIMESTAMP_TZ));
          case "TO_VARIANT" -> Optional.of(simple(call, SnowflakeType.VARIANT));
          case "TO_OBJECT" -> Optional.of(simple(call, SnowflakeType.OBJECT));
          case "TO_ARRAY" -> Optional.of(simple(call, SnowflakeType.ARRAY));
          default -> Optional.empty();
        };
    return attempt ? bound.map(value -> Bound.of("TRY(" + value.sql() + ")", value.type())) : bound;
  }

  private Bound simple(FunctionCall call, SnowflakeType type) {
    List<Bound> arguments = calls.arguments(call);
    if (arguments.size() != 1) {
      throw SnowflakeException.wrongArgumentCount("TO_" + type.name(), "1", arguments.size());
    }
    return conversions.cast(arguments.get(0), type);
  }

  private Bound text(List<Bound> arguments) {
    if (arguments.size() == 1) {
      return conversions.cast(arguments.get(0), SnowflakeType.TEXT);
    }
    if (arguments.size() != 2) {
      throw SnowflakeException.wrongArgumentCount("TO_VARCHAR", "1 or 2", arguments.size());
    }
    Bound value = arguments.get(0);
    String format = conversions.text(arguments.get(1));
    if (value.isNumber() || value.type() instanceof SnowflakeType.Real) {
      return Bound.of(
          "sf_format_number(CAST(" + value.sql() + " AS VARCHAR), " + format + ")",
          SnowflakeType.TEXT);
    }
    if (value.type() instanceof SnowflakeType.Binary) {
      return Bound.of(
          "sf_format_binary(hex(" + value.sql() + "), " + format + ")", SnowflakeType.TEXT);
    }
    Bound local =
        value.type() instanceof SnowflakeType.Time
            ? Bound.of(
                "(TIMESTAMP '1970-01-01' + " + value.sql() + ")", SnowflakeType.TIMESTAMP_NTZ)
            : conversions.cast(value, SnowflakeType.TIMESTAMP_NTZ);
    return Bound.of("sf_format_timestamp(" + local.sql() + ", " + format + ")", SnowflakeType.TEXT);
  }

  private Bound number(FunctionCall call) {
    List<Bound> arguments = calls.arguments(call);
    boolean format = arguments.size() > 1 && arguments.get(1).isText();
    int first = format ? 2 : 1;
    int precision = constant(call, first, SnowflakeType.MAX_PRECISION);
    int scale = constant(call, first + 1, 0);
    if (precision < 1 || precision > SnowflakeType.MAX_PRECISION || scale > precision) {
      throw SnowflakeException.compilationError(
          "Invalid precision and scale: ("
              + precision
              + ", "
              + scale
              + "). Both go up to 38, and"
              + " the scale is at most the precision.");
    }
    Number type = new Number(precision, scale);
    Bound value = arguments.get(0);
    if (format) {
      String text = conversions.text(value);
      return Bound.of(
          "CAST(sf_parse_number("
              + text
              + ", "
              + conversions.text(arguments.get(1))
              + ") AS "
              + PhysicalTypes.duckdb(type)
              + ")",
          type);
    }
    return conversions.cast(value, type);
  }

  private int constant(FunctionCall call, int index, int otherwise) {
    if (index >= call.arguments().size()) {
      return otherwise;
    }
    Object value =
        new ConstantArguments(expressions).value(call.arguments().get(index).value()).value();
    if (value instanceof BigDecimal number) {
      return number.intValue();
    }
    throw SnowflakeException.compilationError("Precision and scale must be constant numbers.");
  }

  private Bound moment(FunctionCall call, SnowflakeType type) {
    List<Bound> arguments = calls.arguments(call);
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw SnowflakeException.wrongArgumentCount("TO_" + type.name(), "1 or 2", arguments.size());
    }
    Bound value = arguments.get(0);
    if (value.isNumber() && !value.isNull()) {
      int scale = constant(call, 1, 0);
      String micros =
          "CAST(round(CAST("
              + value.sql()
              + " AS DECIMAL(38,6)) * "
              + power(6 - scale)
              + ") AS BIGINT)";
      Bound moment = Bound.of("make_timestamp(" + micros + ")", SnowflakeType.TIMESTAMP_NTZ);
      boolean zoned = type instanceof Timestamp timestamp && timestamp.zone() != Timestamp.Zone.NTZ;
      return zoned
          ? Bound.of("timezone('UTC', " + moment.sql() + ")", type)
          : conversions.cast(moment, type);
    }
    if (arguments.size() == 1 || value.isNull()) {
      return conversions.cast(value, type);
    }
    String text = conversions.text(value);
    String format = conversions.text(arguments.get(1));
    String zone = Constants.text(expressions.context().zone().getId());
    String sql;
    if (type instanceof SnowflakeType.Date) {
      sql = "sf_date(" + text + ", " + format + ")";
    } else if (type instanceof SnowflakeType.Time) {
      sql = "CAST(sf_time(" + text + ", " + format + ") AS TIME)";
    } else if (type instanceof Timestamp timestamp && timestamp.zone() == Timestamp.Zone.NTZ) {
      sql = "sf_timestamp(" + text + ", " + format + ")";
    } else {
      sql = "timezone('UTC', sf_timestamp_utc(" + text + ", " + format + ", " + zone + "))";
    }
    return Bound.of(sql, type);
  }

  private static String power(int exponent) {
    return exponent >= 0
        ? BigDecimal.ONE.movePointRight(exponent).toPlainString()
        : BigDecimal.ONE.movePointLeft(-exponent).toPlainString();
  }
}
