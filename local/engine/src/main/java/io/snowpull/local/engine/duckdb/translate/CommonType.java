package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.SemiStructured;
import io.snowpull.local.engine.types.SnowflakeType.Text;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.util.List;

/**
 * The type in which values of different types meet: in comparisons, CASE, COALESCE, UNION.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/data-type-conversion#implicit-casting
 */
final class CommonType {

  private CommonType() {}

  /** The type of a result that is one of these values; NULL literals have no say. */
  static SnowflakeType ofResults(List<Bound> values) {
    return values.stream()
        .filter(value -> !value.isNull())
        .map(Bound::type)
        .reduce((left, right) -> meet(left, right, true))
        .orElse(SnowflakeType.TEXT);
  }

  /** The type in which two values are compared. */
  static SnowflakeType ofComparison(SnowflakeType left, SnowflakeType right) {
    return meet(left, right, false);
  }

  private static SnowflakeType meet(SnowflakeType left, SnowflakeType right, boolean keepVariant) {
    if (left.equals(right)) {
      return left;
    }
    if (left instanceof SemiStructured || right instanceof SemiStructured) {
      if (keepVariant || left instanceof SemiStructured && right instanceof SemiStructured) {
        return SnowflakeType.VARIANT;
      }
      // Not the literal's own type: no 16 fits into the NUMBER(1, 0) that a 7 is.
      SnowflakeType other = left instanceof SemiStructured ? right : left;
      return other instanceof Number number ? beside(number) : unbounded(other);
    }
    if (left instanceof Number a && right instanceof Number b) {
      int scale = Math.max(a.scale(), b.scale());
      int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
      return new Number(Math.min(SnowflakeType.MAX_PRECISION, Math.max(1, whole + scale)), scale);
    }
    if (left instanceof Text a && right instanceof Text b) {
      return new Text(Math.max(a.length(), b.length()));
    }
    if (left instanceof SnowflakeType.Binary && right instanceof SnowflakeType.Binary) {
      return SnowflakeType.BINARY;
    }
    if (left instanceof Text) {
      return right instanceof Number number ? beside(number) : right;
    }
    if (right instanceof Text) {
      return left instanceof Number number ? beside(number) : left;
    }
    return mixed(left, right);
  }

  /** Nor would more than five characters fit into the VARCHAR(5) of a literal: all are compared. */
  private static SnowflakeType unbounded(SnowflakeType type) {
    return type instanceof Text ? SnowflakeType.TEXT : type;
  }

  private static SnowflakeType mixed(SnowflakeType left, SnowflakeType right) {
    if (isNumeric(left) && isNumeric(right)) {
      return SnowflakeType.REAL;
    }
    if (left instanceof SnowflakeType.Bool && isNumeric(right)) {
      return left;
    }
    if (right instanceof SnowflakeType.Bool && isNumeric(left)) {
      return right;
    }
    if (left instanceof Timestamp a && right instanceof Timestamp b) {
      Timestamp.Zone zone = a.zone().compareTo(b.zone()) >= 0 ? a.zone() : b.zone();
      return new Timestamp(zone, Math.max(a.scale(), b.scale()));
    }
    if (left instanceof Timestamp && right instanceof SnowflakeType.Date) {
      return left;
    }
    if (right instanceof Timestamp && left instanceof SnowflakeType.Date) {
      return right;
    }
    throw new SnowflakeException(
        "002016",
        "22000",
        "SQL compilation error:\nCan not convert parameter of type ["
            + left.sql()
            + "] into expected type ["
            + right.sql()
            + "]");
  }

  private static boolean isNumeric(SnowflakeType type) {
    return type instanceof Number || type instanceof SnowflakeType.Real;
  }

  /** A string or VARIANT beside a number is read with at least five decimals. */
  private static SnowflakeType beside(Number number) {
    int scale = Math.max(number.scale(), Conversions.TEXT_AS_NUMBER.scale());
    return new Number(SnowflakeType.MAX_PRECISION, scale);
  }
}
