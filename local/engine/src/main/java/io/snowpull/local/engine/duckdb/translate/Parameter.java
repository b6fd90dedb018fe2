package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Bool;
import io.snowpull.local.engine.types.SnowflakeType.Date;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Real;
import io.snowpull.local.engine.types.SnowflakeType.SemiStructured;
import io.snowpull.local.engine.types.SnowflakeType.Text;
import io.snowpull.local.engine.types.SnowflakeType.Time;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.util.Locale;

/** What a parameter of the function table accepts, and how an argument becomes it. */
enum Parameter {
  /** Any value, unchanged. */
  ANY,
  /** Any value, in the type in which all arguments meet. */
  COMMON,
  TEXT,
  /** An exact number of any scale. */
  NUM,
  /** A whole number, as BIGINT. */
  INT,
  REAL,
  BOOL,
  DATE,
  /** A TIMESTAMP_NTZ. */
  TS,
  TIME,
  BINARY,
  /** Semi-structured only, as DuckDB JSON. */
  JSON,
  /** Any value, as DuckDB JSON. */
  VARIANT,
  /** Any value, as JSON text. */
  JSONTEXT;

  private static final int EXACT = 0;
  private static final int NEAR = 1;
  private static final int FAR = 3;
  private static final int NEVER = -1;

  static Parameter parse(String name) {
    return valueOf(name.trim().toUpperCase(Locale.ROOT));
  }

  /** How far the argument is from the parameter; negative if it can never be passed. */
  int cost(Bound argument) {
    if (argument.isNull()) {
      return EXACT;
    }
    SnowflakeType type = argument.type();
    boolean semi = type instanceof SemiStructured;
    boolean text = type instanceof Text;
    return switch (this) {
      case ANY, COMMON -> NEAR;
      case TEXT -> text ? EXACT : semi ? NEAR : FAR;
      case NUM -> type instanceof Number ? EXACT : numeric(type, text, semi);
      case INT ->
          type instanceof Number number && number.scale() == 0
              ? EXACT
              : type instanceof Number || type instanceof Real ? NEAR : numeric(type, text, semi);
      case REAL ->
          type instanceof Real ? EXACT : type instanceof Number ? NEAR : numeric(type, text, semi);
      case BOOL ->
          type instanceof Bool
              ? EXACT
              : type instanceof Number || type instanceof Real || text || semi ? FAR : NEVER;
      case DATE -> moment(type instanceof Date, type instanceof Timestamp, text || semi);
      case TS ->
          moment(
              type instanceof Timestamp t && t.zone() == Timestamp.Zone.NTZ,
              type instanceof Timestamp || type instanceof Date,
              text || semi);
      case TIME -> moment(type instanceof Time, type instanceof Timestamp, text || semi);
      case BINARY -> type instanceof SnowflakeType.Binary ? EXACT : NEVER;
      case JSON -> semi ? EXACT : NEVER;
      case VARIANT, JSONTEXT -> semi ? EXACT : FAR;
    };
  }

  /** The argument as this parameter's DuckDB SQL. */
  String convert(Bound argument, SnowflakeType common, Conversions conversions) {
    return switch (this) {
      case ANY -> argument.isNull() ? "CAST(NULL AS VARCHAR)" : argument.sql();
      case COMMON -> conversions.coerce(argument, common).sql();
      case INT ->
          "CAST("
              + (argument.isNumber()
                  ? argument.sql()
                  : conversions.cast(argument, SnowflakeType.INTEGER).sql())
              + " AS BIGINT)";
      case JSON, VARIANT -> conversions.variant(argument);
      case JSONTEXT -> "CAST(" + conversions.variant(argument) + " AS VARCHAR)";
      default -> {
        SnowflakeType target = type(argument);
        yield argument.type().equals(target) && !argument.isNull()
            ? argument.sql()
            : this == NUM
                ? conversions.coerce(argument, target).sql()
                : conversions.cast(argument, target).sql();
      }
    };
  }

  /** The Snowflake type that an argument has once it was converted. */
  SnowflakeType type(Bound argument) {
    return switch (this) {
      case ANY, COMMON -> argument.type();
      case TEXT -> argument.isText() && !argument.isNull() ? argument.type() : SnowflakeType.TEXT;
      case NUM ->
          argument.isNumber()
              ? argument.type()
              : argument.isText() ? Conversions.TEXT_AS_NUMBER : SnowflakeType.INTEGER;
      case INT -> SnowflakeType.INTEGER;
      case REAL -> SnowflakeType.REAL;
      case BOOL -> SnowflakeType.BOOLEAN;
      case DATE -> SnowflakeType.DATE;
      case TS -> SnowflakeType.TIMESTAMP_NTZ;
      case TIME -> SnowflakeType.TIME;
      case BINARY -> SnowflakeType.BINARY;
      case JSON, VARIANT, JSONTEXT ->
          argument.isSemiStructured() ? argument.type() : SnowflakeType.VARIANT;
    };
  }

  private static int numeric(SnowflakeType type, boolean text, boolean semi) {
    return text || semi || type instanceof Bool ? FAR : NEVER;
  }

  private static int moment(boolean exact, boolean near, boolean text) {
    return exact ? EXACT : near ? NEAR : text ? FAR : NEVER;
  }
}
