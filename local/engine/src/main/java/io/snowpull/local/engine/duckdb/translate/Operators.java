package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Real;
import java.util.List;

/**
 * Operators with Snowflake's result types.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/operators-arithmetic
 */
final class Operators {

  private static final int SMALLEST_PRODUCT_SCALE_LIMIT = 12;

  private final Conversions conversions;

  Operators(Conversions conversions) {
    this.conversions = conversions;
  }

  Bound binary(BinaryOperator operator, Bound left, Bound right) {
    return switch (operator) {
      case AND, OR -> logical(operator, left, right);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          compare(operator.sql(), left, right);
      case CONCAT -> concat(left, right);
      case PLUS, MINUS, TIMES, DIVIDE, MODULO -> arithmetic(operator, left, right);
    };
  }

  /** A comparison by any DuckDB operator that takes two values of one type. */
  Bound compare(String operator, Bound left, Bound right) {
    List<Bound> both = comparable(left, right);
    return result(
        "(" + both.get(0).sql() + " " + operator + " " + both.get(1).sql() + ")",
        SnowflakeType.BOOLEAN,
        left,
        right);
  }

  /** Both values in the type in which they are compared. */
  List<Bound> comparable(Bound left, Bound right) {
    if (left.isNull() || right.isNull()) {
      return List.of(left, right);
    }
    SnowflakeType type = CommonType.ofComparison(left.type(), right.type());
    return List.of(conversions.coerce(left, type), conversions.coerce(right, type));
  }

  Bound negate(Bound value) {
    Bound number = numeric(value);
    return new Bound("(-" + number.sql() + ")", number.type(), number.nullable(), Bound.Form.VALUE);
  }

  private Bound logical(BinaryOperator operator, Bound left, Bound right) {
    return result(
        "(" + condition(left) + " " + operator.sql() + " " + condition(right) + ")",
        SnowflakeType.BOOLEAN,
        left,
        right);
  }

  /** The value as a condition. */
  String condition(Bound value) {
    return conversions.coerce(value, SnowflakeType.BOOLEAN).sql();
  }

  private Bound concat(Bound left, Bound right) {
    if (left.type() instanceof SnowflakeType.Binary
        && right.type() instanceof SnowflakeType.Binary) {
      return result(
          "(" + left.sql() + " || " + right.sql() + ")", SnowflakeType.BINARY, left, right);
    }
    String text = "(" + conversions.text(left) + " || " + conversions.text(right) + ")";
    return result(
        left.isNull() || right.isNull() ? "CAST(NULL AS VARCHAR)" : text,
        SnowflakeType.TEXT,
        left,
        right);
  }

  private Bound arithmetic(BinaryOperator operator, Bound left, Bound right) {
    if (left.type() instanceof SnowflakeType.Date || right.type() instanceof SnowflakeType.Date) {
      return dates(operator, left, right);
    }
    Bound a = numeric(left);
    Bound b = numeric(right);
    if (a.type() instanceof Number first && b.type() instanceof Number second) {
      return exact(operator, a, first, b, second);
    }
    String x = conversions.cast(a, SnowflakeType.REAL).sql();
    String y = conversions.cast(b, SnowflakeType.REAL).sql();
    String sql =
        switch (operator) {
          case DIVIDE -> "sf_divide_real(" + x + ", " + y + ")";
          case MODULO -> "sf_modulo(" + x + ", " + y + ")";
          default -> "(" + x + " " + operator.sql() + " " + y + ")";
        };
    return result(sql, SnowflakeType.REAL, left, right);
  }

  private Bound exact(BinaryOperator operator, Bound a, Number first, Bound b, Number second) {
    return switch (operator) {
      case TIMES -> product(a, first, b, second);
      case DIVIDE -> quotient(a, first, b, second);
      case MODULO -> {
        int scale = Math.max(first.scale(), second.scale());
        String sql = "sf_modulo(" + wide(a, scale) + ", " + wide(b, scale) + ")";
        yield result(sql, new Number(SnowflakeType.MAX_PRECISION, scale), a, b);
      }
      default -> {
        int scale = Math.max(first.scale(), second.scale());
        int whole =
            Math.max(first.precision() - first.scale(), second.precision() - second.scale()) + 1;
        Number type = new Number(Math.min(SnowflakeType.MAX_PRECISION, whole + scale), scale);
        yield result(
            "(" + wide(a, scale) + " " + operator.sql() + " " + wide(b, scale) + ")", type, a, b);
      }
    };
  }

  private Bound product(Bound a, Number first, Bound b, Number second) {
    int exactScale = first.scale() + second.scale();
    int scale =
        Math.min(
            exactScale,
            Math.max(Math.max(first.scale(), second.scale()), SMALLEST_PRODUCT_SCALE_LIMIT));
    int whole = first.precision() - first.scale() + second.precision() - second.scale();
    Number type =
        new Number(
            Math.min(SnowflakeType.MAX_PRECISION, whole + scale),
            Math.min(scale, SnowflakeType.MAX_PRECISION));
    if (exactScale > SnowflakeType.MAX_PRECISION) {
      String real = "(CAST(" + a.sql() + " AS DOUBLE) * CAST(" + b.sql() + " AS DOUBLE))";
      return result("CAST(" + real + " AS " + PhysicalTypes.duckdb(type) + ")", type, a, b);
    }
    String sql = "(" + wide(a, first.scale()) + " * " + wide(b, second.scale()) + ")";
    return result(
        scale == exactScale ? sql : "CAST(" + sql + " AS DECIMAL(38," + scale + "))", type, a, b);
  }

  /** Scale by Snowflake's rule: six digits more than the dividend's, but not more than twelve. */
  private Bound quotient(Bound a, Number first, Bound b, Number second) {
    int scale = Math.max(first.scale(), Math.min(first.scale() + 6, SMALLEST_PRODUCT_SCALE_LIMIT));
    int whole = first.precision() - first.scale() + second.scale();
    Number type = new Number(Math.min(SnowflakeType.MAX_PRECISION, whole + scale), scale);
    String sql =
        "CAST(sf_divide(CAST(%s AS VARCHAR), CAST(%s AS VARCHAR), %d) AS DECIMAL(38,%d))"
            .formatted(wide(a, first.scale()), wide(b, second.scale()), scale, scale);
    return result(sql, type, a, b);
  }

  private Bound dates(BinaryOperator operator, Bound left, Bound right) {
    boolean leftDate = left.type() instanceof SnowflakeType.Date;
    boolean rightDate = right.type() instanceof SnowflakeType.Date;
    if (operator == BinaryOperator.MINUS && leftDate && rightDate) {
      return result("(" + left.sql() + " - " + right.sql() + ")", new Number(9, 0), left, right);
    }
    if (operator == BinaryOperator.PLUS && rightDate && !leftDate) {
      return dates(operator, right, left);
    }
    if (leftDate
        && !rightDate
        && (operator == BinaryOperator.PLUS || operator == BinaryOperator.MINUS)) {
      String days = "CAST(" + numeric(right).sql() + " AS INTEGER)";
      return result(
          "(" + left.sql() + " " + operator.sql() + " " + days + ")",
          SnowflakeType.DATE,
          left,
          right);
    }
    throw SnowflakeException.invalidArgumentTypes(
        operator.sql(), left.type().sql() + ", " + right.type().sql());
  }

  /** The value as a number: text as NUMBER(18,5), VARIANT as FLOAT, BOOLEAN as 0 and 1. */
  private Bound numeric(Bound value) {
    if (value.isNull()) {
      return conversions.cast(value, SnowflakeType.INTEGER);
    }
    SnowflakeType type = value.type();
    if (type instanceof Number || type instanceof Real) {
      return value;
    } else if (type instanceof SnowflakeType.Text) {
      return conversions.cast(value, Conversions.TEXT_AS_NUMBER);
    } else if (type instanceof SnowflakeType.SemiStructured) {
      return conversions.cast(value, SnowflakeType.REAL);
    } else if (type instanceof SnowflakeType.Bool) {
      return conversions.cast(value, new Number(1, 0));
    }
    throw SnowflakeException.invalidArgumentTypes("arithmetic", type.sql());
  }

  /** DuckDB computes a sum or product in its operands' width; 38 digits never overflow early. */
  private static String wide(Bound value, int scale) {
    return "CAST(" + value.sql() + " AS DECIMAL(38," + scale + "))";
  }

  private static Bound result(String sql, SnowflakeType type, Bound left, Bound right) {
    return new Bound(sql, type, left.nullable() || right.nullable(), Bound.Form.VALUE);
  }
}
