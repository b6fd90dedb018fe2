package io.snowpull.local.engine.types;

/**
 * A Snowflake data type with its parameters.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/intro-summary-data-types
 */
public sealed interface SnowflakeType {

  int MAX_PRECISION = 38;
  int MAX_TEXT_LENGTH = 16_777_216;
  int MAX_BINARY_LENGTH = 8_388_608;
  int MAX_TIME_SCALE = 9;

  /** NUMBER(38,0), the type of INT, INTEGER, BIGINT and the others. */
  Number INTEGER = new Number(MAX_PRECISION, 0);

  Real REAL = new Real();
  Text TEXT = new Text(MAX_TEXT_LENGTH);
  Binary BINARY = new Binary(MAX_BINARY_LENGTH);
  Bool BOOLEAN = new Bool();
  Date DATE = new Date();
  Time TIME = new Time(MAX_TIME_SCALE);
  Timestamp TIMESTAMP_NTZ = new Timestamp(Timestamp.Zone.NTZ, MAX_TIME_SCALE);
  Timestamp TIMESTAMP_LTZ = new Timestamp(Timestamp.Zone.LTZ, MAX_TIME_SCALE);
  Timestamp TIMESTAMP_TZ = new Timestamp(Timestamp.Zone.TZ, MAX_TIME_SCALE);
  SemiStructured VARIANT = new SemiStructured(SemiStructured.Kind.VARIANT);
  SemiStructured OBJECT = new SemiStructured(SemiStructured.Kind.OBJECT);
  SemiStructured ARRAY = new SemiStructured(SemiStructured.Kind.ARRAY);

  /** The type's name in the client protocol's {@code rowtype}, in lower case: fixed, text, ... */
  String wireName();

  /** The type as Snowflake renders it, parameters included: {@code NUMBER(38,0)}. */
  String sql();

  /** The type's name without parameters, as INFORMATION_SCHEMA shows it: {@code NUMBER}. */
  default String name() {
    String sql = sql();
    int parameters = sql.indexOf('(');
    return parameters < 0 ? sql : sql.substring(0, parameters);
  }

  /** Exact numbers; {@code 1 <= precision <= 38}, {@code 0 <= scale <= precision}. */
  record Number(int precision, int scale) implements SnowflakeType {
    public Number {
      if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
        throw new IllegalArgumentException("NUMBER(" + precision + "," + scale + ")");
      }
    }

    @Override
    public String wireName() {
      return "fixed";
    }

    @Override
    public String sql() {
      return "NUMBER(" + precision + "," + scale + ")";
    }
  }

  /** FLOAT, 64 bits, whatever the synonym. */
  record Real() implements SnowflakeType {
    @Override
    public String wireName() {
      return "real";
    }

    @Override
    public String sql() {
      return "FLOAT";
    }
  }

  /** Character strings; length in characters. */
  record Text(int length) implements SnowflakeType {
    @Override
    public String wireName() {
      return "text";
    }

    @Override
    public String sql() {
      return "VARCHAR(" + length + ")";
    }
  }

  /** Byte strings; length in bytes. */
  record Binary(int length) implements SnowflakeType {
    @Override
    public String wireName() {
      return "binary";
    }

    @Override
    public String sql() {
      return "BINARY(" + length + ")";
    }
  }

  /** BOOLEAN. */
  record Bool() implements SnowflakeType {
    @Override
    public String wireName() {
      return "boolean";
    }

    @Override
    public String sql() {
      return "BOOLEAN";
    }
  }

  /** DATE. */
  record Date() implements SnowflakeType {
    @Override
    public String wireName() {
      return "date";
    }

    @Override
    public String sql() {
      return "DATE";
    }
  }

  /** TIME; scale is the number of fractional digits of a second, 0 to 9. */
  record Time(int scale) implements SnowflakeType {
    @Override
    public String wireName() {
      return "time";
    }

    @Override
    public String sql() {
      return "TIME(" + scale + ")";
    }
  }

  /** The three timestamp types; scale is the number of fractional digits of a second, 0 to 9. */
  record Timestamp(Zone zone, int scale) implements SnowflakeType {

    /** Without zone, in the session's zone, with an offset of its own. */
    public enum Zone {
      NTZ,
      LTZ,
      TZ
    }

    @Override
    public String wireName() {
      return switch (zone) {
        case NTZ -> "timestamp_ntz";
        case LTZ -> "timestamp_ltz";
        case TZ -> "timestamp_tz";
      };
    }

    @Override
    public String sql() {
      return "TIMESTAMP_" + zone + "(" + scale + ")";
    }
  }

  /** VARIANT, OBJECT and ARRAY, all of them JSON text underneath. */
  record SemiStructured(Kind kind) implements SnowflakeType {

    /** Which of the three. */
    public enum Kind {
      VARIANT,
      OBJECT,
      ARRAY
    }

    @Override
    public String wireName() {
      return switch (kind) {
        case VARIANT -> "variant";
        case OBJECT -> "object";
        case ARRAY -> "array";
      };
    }

    @Override
    public String sql() {
      return kind.name();
    }
  }
}
