package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Exact division, and numbers written and read with a format. */
final class NumberFunctions {

  private NumberFunctions() {}

  static List<JavaFunction> all() {
    return List.of(
        JavaFunction.strict(
            "sf_divide",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.LONG),
            a ->
                divide(
                    String.valueOf(a[0]),
                    String.valueOf(a[1]),
                    Integer.parseInt(String.valueOf(a[2])))),
        JavaFunction.strict(
            "sf_format_number",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT),
            a -> format(String.valueOf(a[0]), String.valueOf(a[1]))),
        JavaFunction.strict(
            "sf_parse_number",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT),
            a -> parse(String.valueOf(a[0]))));
  }

  private static String divide(String dividend, String divisor, int scale) {
    BigDecimal by = new BigDecimal(divisor);
    if (by.signum() == 0) {
      throw SnowflakeException.divisionByZero();
    }
    return new BigDecimal(dividend).divide(by, scale, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * A fixed-position format: digits 0 and 9, {@code ,}, {@code .}, {@code $}, {@code S}, {@code
   * MI}, with FM to drop the padding.
   *
   * <p>Source: https://docs.snowflake.com/en/sql-reference/sql-format-models
   */
  private static String format(String number, String model) {
    String upper = model.toUpperCase(Locale.ROOT);
    boolean compact = upper.startsWith("FM");
    String body = compact ? upper.substring(2) : upper;
    if (body.startsWith("TM")) {
      return number;
    }
    if (!body.matches("(S|MI|\\$)*[09,]*(\\.[09]*)?(S|MI)?")) {
      throw SnowflakeException.unsupported("the number format '" + model + "'");
    }
    int point = body.indexOf('.');
    int decimals =
        point < 0
            ? 0
            : (int) body.substring(point).chars().filter(c -> c == '9' || c == '0').count();
    String whole = (point < 0 ? body : body.substring(0, point)).replaceAll("[^09,]", "");
    BigDecimal value = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
    String digits = value.abs().toBigInteger().toString();
    if (value.abs().toBigInteger().signum() == 0) {
      digits = "";
    }
    StringBuilder out = new StringBuilder();
    int at = digits.length() - 1;
    int width = whole.length();
    int firstZero = whole.indexOf('0');
    for (int i = width - 1; i >= 0; i--) {
      char c = whole.charAt(i);
      boolean shown = at >= 0 || (firstZero >= 0 && i >= firstZero);
      if (c == ',') {
        out.append(shown ? ',' : ' ');
      } else if (at >= 0) {
        out.append(digits.charAt(at--));
      } else {
        out.append(firstZero >= 0 && i >= firstZero ? '0' : ' ');
      }
    }
    if (at >= 0) {
      return "#".repeat(width + 1);
    }
    String result = out.reverse().toString();
    String fraction = decimals == 0 ? "" : "." + value.abs().toPlainString().split("\\.")[1];
    String sign = value.signum() < 0 ? "-" : body.contains("S") ? "+" : " ";
    String dollar = body.contains("$") ? "$" : "";
    int blanks = result.length() - result.stripLeading().length();
    String text = " ".repeat(blanks) + sign + dollar + result.stripLeading() + fraction;
    return compact ? text.strip() : text;
  }

  private static String parse(String text) {
    String digits = text.replaceAll("[,$\\s]", "");
    try {
      return new BigDecimal(digits).toPlainString();
    } catch (NumberFormatException e) {
      throw SnowflakeException.notANumber(text);
    }
  }
}
