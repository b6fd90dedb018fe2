package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import io.snowpull.local.engine.types.TypeNames;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place that maps Snowflake's types to DuckDB's and back. */
public final class PhysicalTypes {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

  private PhysicalTypes() {}

  /** The DuckDB type that stores values of a Snowflake type; microseconds are its finest time. */
  public static String duckdb(SnowflakeType type) {
    if (type instanceof Number number) {
      return "DECIMAL(" + number.precision() + "," + number.scale() + ")";
    } else if (type instanceof SnowflakeType.Real) {
      return "DOUBLE";
    } else if (type instanceof SnowflakeType.Text) {
      return "VARCHAR";
    } else if (type instanceof SnowflakeType.Binary) {
      return "BLOB";
    } else if (type instanceof SnowflakeType.Bool) {
      return "BOOLEAN";
    } else if (type instanceof SnowflakeType.Date) {
      return "DATE";
    } else if (type instanceof SnowflakeType.Time) {
      return "TIME";
    } else if (type instanceof Timestamp timestamp) {
      return timestamp.zone() == Timestamp.Zone.NTZ ? "TIMESTAMP" : "TIMESTAMPTZ";
    }
    return "JSON";
  }

  /** The Snowflake type that fits any value of a DuckDB type. */
  public static SnowflakeType snowflake(String duckdb) {
    Matcher decimal = DECIMAL.matcher(duckdb);
    if (decimal.matches()) {
      return new Number(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return switch (duckdb.toUpperCase(Locale.ROOT)) {
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT" ->
          SnowflakeType.INTEGER;
      case "FLOAT", "DOUBLE" -> SnowflakeType.REAL;
      case "VARCHAR", "UUID" -> SnowflakeType.TEXT;
      case "BLOB" -> SnowflakeType.BINARY;
      case "BOOLEAN" -> SnowflakeType.BOOLEAN;
      case "DATE" -> SnowflakeType.DATE;
      case "TIME" -> SnowflakeType.TIME;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          SnowflakeType.TIMESTAMP_NTZ;
      case "TIMESTAMP WITH TIME ZONE" -> SnowflakeType.TIMESTAMP_LTZ;
      case "JSON" -> SnowflakeType.VARIANT;
      default -> throw SnowflakeException.unsupported("values of DuckDB type " + duckdb);
    };
  }

  /** The type that a statement names; fails with a Snowflake error if there is none. */
  public static SnowflakeType named(TypeName name) {
    if (name.name().equals("MAP")
        || name.name().equals("VECTOR")
        || name.name().equals("GEOGRAPHY")
        || name.name().equals("GEOMETRY")) {
      throw SnowflakeException.unsupported("the data type " + name.name());
    }
    return TypeNames.find(name.name(), name.arguments())
        .orElseThrow(
            () ->
                SnowflakeException.compilationError(
                    "Unsupported data type '" + name.name() + "'."));
  }
}
