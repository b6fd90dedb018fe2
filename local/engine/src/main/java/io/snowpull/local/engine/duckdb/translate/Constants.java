package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.math.BigDecimal;
import java.util.HexFormat;

/** Constants as DuckDB SQL. */
final class Constants {

  private Constants() {}

  static String text(String value) {
    return value.indexOf('\0') >= 0
        ? "concat(" + String.join(", chr(0), ", quotedParts(value)) + ")"
        : quoted(value);
  }

  /** A number as written in Snowflake SQL. */
  static Bound number(String written) {
    if (written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
      return new Bound(
          "CAST('" + written + "' AS DOUBLE)", SnowflakeType.REAL, false, Bound.Form.VALUE);
    }
    BigDecimal value = new BigDecimal(written);
    int scale = Math.max(0, value.scale());
    int precision = Math.max(1, Math.max(value.precision(), scale));
    if (precision > SnowflakeType.MAX_PRECISION) {
      return new Bound(
          "CAST('" + written + "' AS DOUBLE)", SnowflakeType.REAL, false, Bound.Form.VALUE);
    }
    String sql =
        scale == 0 && precision <= 9
            ? written
            : "CAST('" + value.toPlainString() + "' AS DECIMAL(" + precision + "," + scale + "))";
    return new Bound(sql, new Number(precision, scale), false, Bound.Form.NUMBER_LITERAL);
  }

  /** Any constant. */
  static Bound of(SqlValue constant) {
    Object value = constant.value();
    SnowflakeType type = constant.type();
    if (value == null) {
      return Bound.NULL;
    }
    if (value instanceof BigDecimal number && type instanceof Number) {
      return Bound.notNull(
          "CAST('" + number.toPlainString() + "' AS " + PhysicalTypes.duckdb(type) + ")", type);
    }
    if (value instanceof byte[] bytes) {
      return Bound.notNull("unhex('" + HexFormat.of().formatHex(bytes) + "')", type);
    }
    if (type instanceof SnowflakeType.Text) {
      return new Bound(text(value.toString()), type, false, Bound.Form.TEXT_LITERAL);
    }
    return Bound.notNull(
        "CAST(" + text(value.toString()) + " AS " + PhysicalTypes.duckdb(type) + ")", type);
  }

  private static String[] quotedParts(String value) {
    String[] parts = value.split("\0", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = quoted(parts[i]);
    }
    return parts;
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
