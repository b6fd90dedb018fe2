package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Binary;
import io.snowpull.local.engine.types.SnowflakeType.Bool;
import io.snowpull.local.engine.types.SnowflakeType.Date;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Real;
import io.snowpull.local.engine.types.SnowflakeType.SemiStructured;
import io.snowpull.local.engine.types.SnowflakeType.Text;
import io.snowpull.local.engine.types.SnowflakeType.Time;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.time.ZoneId;

/**
 * Conversions between Snowflake's types, explicit and implicit.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/data-type-conversion
 */
final class Conversions {

  /** The type that a string takes in arithmetic and beside numbers. */
  static final Number TEXT_AS_NUMBER = new Number(18, 5);

  private final String zone;

  Conversions(ZoneId zone) {
    this.zone = Constants.text(zone.getId());
  }

  /** The value as {@code type}; fails with 001044 if there is no such conversion. */
  Bound cast(Bound value, SnowflakeType type) {
    if (value.isNull()) {
      return new Bound(
          "CAST(NULL AS " + PhysicalTypes.duckdb(type) + ")", type, true, Bound.Form.VALUE);
    }
    String sql;
    if (type instanceof Text text) {
      sql = text(value, text);
    } else if (type instanceof Number) {
      sql = number(value, type);
    } else if (type instanceof Real) {
      sql = number(value, type);
    } else if (type instanceof Bool) {
      sql = bool(value);
    } else if (type instanceof Date) {
      sql = date(value);
    } else if (type instanceof Time) {
      sql = time(value);
    } else if (type instanceof Timestamp timestamp) {
      sql = timestamp(value, timestamp.zone());
    } else if (type instanceof SemiStructured semi) {
      sql = semiStructured(value, semi.kind());
    } else {
      sql = binary(value);
    }
    return new Bound(sql, type, value.nullable(), Bound.Form.VALUE);
  }

  /** TRY_CAST: NULL where {@link #cast} would fail at run time. */
  Bound tryCast(Bound value, SnowflakeType type) {
    Bound cast = cast(value, type);
    return Bound.of("TRY(" + cast.sql() + ")", cast.type());
  }

  /** The value for an operand or a parameter of that kind of type; what fits is left as it is. */
  Bound coerce(Bound value, SnowflakeType type) {
    boolean sameKind =
        value.type().getClass() == type.getClass()
            && !(type instanceof SemiStructured)
            && !(type instanceof Timestamp)
            && !value.isNull();
    if (sameKind || value.type().equals(type) && !value.isNull()) {
      return value;
    }
    return cast(value, type);
  }

  /** The value in exactly the DuckDB type that a column of {@code type} stores. */
  Bound store(Bound value, SnowflakeType type) {
    Bound cast = cast(value, type);
    if (type instanceof Text text
        && text.length() < SnowflakeType.MAX_TEXT_LENGTH
        && !value.isNull()) {
      Bound full = cast(value, SnowflakeType.TEXT);
      return new Bound(
          "sf_check_length(" + full.sql() + ", " + text.length() + ")",
          type,
          value.nullable(),
          Bound.Form.VALUE);
    }
    return cast;
  }

  /** The value as text, in the session's output formats. */
  String text(Bound value) {
    return text(value, SnowflakeType.TEXT);
  }

  /** The value as DuckDB JSON. */
  String variant(Bound value) {
    SnowflakeType type = value.type();
    if (value.isNull()) {
      return "CAST(NULL AS JSON)";
    } else if (type instanceof SemiStructured) {
      return value.sql();
    } else if (type instanceof Number number) {
      return number.scale() == 0
          ? "CAST(CAST(" + value.sql() + " AS VARCHAR) AS JSON)"
          : "sf_number_json(CAST(" + value.sql() + " AS VARCHAR))";
    } else if (type instanceof Real) {
      return "sf_number_json(CAST(" + value.sql() + " AS VARCHAR))";
    } else if (type instanceof Bool) {
      return "to_json(" + value.sql() + ")";
    }
    return "to_json(" + text(value) + ")";
  }

  /** Text out of JSON: a string without its quotes, JSON null as SQL NULL. */
  static String jsonText(Bound value) {
    return "(" + value.sql() + " ->> '$')";
  }

  /** The local date and time of a TIMESTAMPTZ in the session's zone. */
  String local(Bound value) {
    return "timezone(" + zone + ", " + value.sql() + ")";
  }

  private String text(Bound value, Text target) {
    SnowflakeType type = value.type();
    String sql;
    if (type instanceof Text source) {
      return target.length() < source.length() && target.length() < SnowflakeType.MAX_TEXT_LENGTH
          ? "left(" + value.sql() + ", " + target.length() + ")"
          : value.sql();
    } else if (type instanceof SemiStructured) {
      sql = jsonText(value);
    } else if (type instanceof Real) {
      sql = "sf_real_text(" + value.sql() + ")";
    } else if (type instanceof Time) {
      sql = "left(CAST(" + value.sql() + " AS VARCHAR), 8)";
    } else if (type instanceof Timestamp timestamp) {
      sql =
          timestamp.zone() == Timestamp.Zone.NTZ
              ? "strftime(" + value.sql() + ", '%Y-%m-%d %H:%M:%S.%g')"
              : "sf_zoned_text(" + value.sql() + ", " + zone + ")";
    } else if (type instanceof Binary) {
      sql = "hex(" + value.sql() + ")";
    } else {
      sql = "CAST(" + value.sql() + " AS VARCHAR)";
    }
    return target.length() < SnowflakeType.MAX_TEXT_LENGTH
        ? "left(" + sql + ", " + target.length() + ")"
        : sql;
  }

  private String number(Bound value, SnowflakeType target) {
    String duckdb = PhysicalTypes.duckdb(target);
    SnowflakeType type = value.type();
    if (type instanceof SemiStructured) {
      return "CAST(sf_number_text(" + value.sql() + ") AS " + duckdb + ")";
    } else if (type instanceof Number || type instanceof Real || type instanceof Text) {
      return "CAST(" + value.sql() + " AS " + duckdb + ")";
    } else if (type instanceof Bool) {
      return "CAST(CAST(" + value.sql() + " AS INTEGER) AS " + duckdb + ")";
    }
    throw impossible(value, target);
  }

  private String bool(Bound value) {
    SnowflakeType type = value.type();
    if (type instanceof Bool) {
      return value.sql();
    } else if (type instanceof Number || type instanceof Real) {
      return "(" + value.sql() + " <> 0)";
    } else if (type instanceof SemiStructured) {
      return "sf_boolean(" + jsonText(value) + ")";
    } else if (type instanceof Text) {
      return "sf_boolean(" + value.sql() + ")";
    }
    throw impossible(value, SnowflakeType.BOOLEAN);
  }

  private String date(Bound value) {
    SnowflakeType type = value.type();
    if (type instanceof Date) {
      return value.sql();
    } else if (type instanceof Timestamp timestamp) {
      return "CAST("
          + (timestamp.zone() == Timestamp.Zone.NTZ ? value.sql() : local(value))
          + " AS DATE)";
    } else if (type instanceof Text) {
      return "sf_date(" + value.sql() + ", 'AUTO')";
    } else if (type instanceof SemiStructured) {
      return "sf_date(" + jsonText(value) + ", 'AUTO')";
    }
    throw impossible(value, SnowflakeType.DATE);
  }

  private String time(Bound value) {
    SnowflakeType type = value.type();
    if (type instanceof Time) {
      return value.sql();
    } else if (type instanceof Timestamp timestamp) {
      return "CAST("
          + (timestamp.zone() == Timestamp.Zone.NTZ ? value.sql() : local(value))
          + " AS TIME)";
    } else if (type instanceof Text) {
      return "CAST(sf_time(" + value.sql() + ", 'AUTO') AS TIME)";
    } else if (type instanceof SemiStructured) {
      return "CAST(sf_time(" + jsonText(value) + ", 'AUTO') AS TIME)";
    }
    throw impossible(value, SnowflakeType.TIME);
  }

  private String timestamp(Bound value, Timestamp.Zone target) {
    SnowflakeType type = value.type();
    boolean local = target == Timestamp.Zone.NTZ;
    if (type instanceof Timestamp source) {
      if (local == (source.zone() == Timestamp.Zone.NTZ)) {
        return value.sql();
      }
      return "timezone(" + zone + ", " + value.sql() + ")";
    } else if (type instanceof Date) {
      String midnight = "CAST(" + value.sql() + " AS TIMESTAMP)";
      return local ? midnight : "timezone(" + zone + ", " + midnight + ")";
    } else if (type instanceof Number) {
      String moment = "make_timestamp(CAST(" + value.sql() + " * 1000000 AS BIGINT))";
      return local ? moment : "timezone('UTC', " + moment + ")";
    } else if (type instanceof Text || type instanceof SemiStructured) {
      String text = type instanceof Text ? value.sql() : jsonText(value);
      return local
          ? "sf_timestamp(" + text + ", 'AUTO')"
          : "timezone('UTC', sf_timestamp_utc(" + text + ", 'AUTO', " + zone + "))";
    }
    throw impossible(value, new Timestamp(target, SnowflakeType.MAX_TIME_SCALE));
  }

  private String semiStructured(Bound value, SemiStructured.Kind kind) {
    String json = variant(value);
    boolean already = value.type().equals(new SemiStructured(kind));
    if (kind == SemiStructured.Kind.VARIANT || already) {
      return json;
    }
    return kind == SemiStructured.Kind.OBJECT
        ? "sf_as_object(" + json + ")"
        : "sf_as_array(" + json + ")";
  }

  private static String binary(Bound value) {
    if (value.type() instanceof Binary) {
      return value.sql();
    } else if (value.isText()) {
      return "unhex(" + value.sql() + ")";
    } else if (value.isSemiStructured()) {
      return "unhex(" + jsonText(value) + ")";
    }
    throw impossible(value, SnowflakeType.BINARY);
  }

  private static SnowflakeException impossible(Bound value, SnowflakeType type) {
    return SnowflakeException.invalidArgumentTypes(
        "CAST(... AS " + type.name() + ")", value.type().sql());
  }
}
