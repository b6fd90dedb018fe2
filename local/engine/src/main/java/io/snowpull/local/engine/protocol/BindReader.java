package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code bindings}: {@code {"1":{"type":"FIXED","value":"7"}}}, or an array of values for
 * each to run the statement many times.
 */
final class BindReader {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  /** Longer than any FIXED (38 digits) or TIMESTAMP bind with its sign, point and exponent. */
  private static final int MOST_DIGITS = 100;

  private final ZoneId zone;

  BindReader(ZoneId zone) {
    this.zone = zone;
  }

  /** One list of values for each run; empty without binds. */
  List<List<Value>> read(JsonNode bindings) {
    List<List<Value>> runs = new ArrayList<>();
    for (int i = 1; bindings.has(Integer.toString(i)); i++) {
      JsonNode bind = bindings.get(Integer.toString(i));
      String type = bind.path("type").asText("ANY").toUpperCase(Locale.ROOT);
      JsonNode value = bind.path("value");
      int count = value.isArray() ? value.size() : 1;
      if (i > 1 && count != runs.size()) {
        throw invalid("bind variable " + i + " has " + count + " values, not " + runs.size());
      }
      for (int run = 0; run < count; run++) {
        if (i == 1) {
          runs.add(new ArrayList<>());
        }
        runs.get(run).add(value(type, value.isArray() ? value.get(run) : value));
      }
    }
    if (runs.isEmpty() && !bindings.isEmpty()) {
      throw invalid("bind variables are numbered from 1");
    }
    return runs;
  }

  private Value value(String type, JsonNode value) {
    boolean isNull = value.isNull() || value.isMissingNode();
    String text = value.asText();
    try {
      return switch (type) {
        case "FIXED" -> fixed(isNull ? null : decimal(text));
        case "REAL" -> new Value(SnowflakeType.REAL, isNull ? null : Double.valueOf(text));
        case "BOOLEAN" ->
            new Value(
                SnowflakeType.BOOLEAN,
                isNull ? null : text.equalsIgnoreCase("true") || text.equals("1"));
        case "BINARY" ->
            new Value(SnowflakeType.BINARY, isNull ? null : HexFormat.of().parseHex(text));
        case "DATE" -> new Value(SnowflakeType.DATE, isNull ? null : date(text));
        case "TIME" ->
            new Value(
                SnowflakeType.TIME, isNull ? null : LocalTime.ofNanoOfDay(Long.parseLong(text)));
        case "TIMESTAMP", "TIMESTAMP_NTZ" ->
            new Value(
                SnowflakeType.TIMESTAMP_NTZ,
                isNull ? null : LocalDateTime.ofInstant(instant(text), ZoneOffset.UTC));
        case "TIMESTAMP_LTZ" ->
            new Value(
                SnowflakeType.TIMESTAMP_LTZ,
                isNull ? null : instant(text).atZone(zone).toOffsetDateTime());
        case "TIMESTAMP_TZ" -> new Value(SnowflakeType.TIMESTAMP_TZ, isNull ? null : zoned(text));
        case "VARIANT", "OBJECT", "ARRAY", "TEXT", "ANY" -> Value.text(isNull ? null : text);
        default -> throw SnowflakeException.unsupported("bind variables of type " + type);
      };
    } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
      throw invalid("'" + text + "' is no value of the bind type " + type);
    } catch (IllegalArgumentException e) {
      throw invalid("'" + text + "' is not hexadecimal");
    }
  }

  private static Value fixed(@org.jspecify.annotations.Nullable BigDecimal number) {
    if (number != null && number.precision() - number.scale() > SnowflakeType.MAX_PRECISION) {
      throw new NumberFormatException();
    }
    int scale = number == null ? 0 : Math.max(0, Math.min(number.scale(), 37));
    return new Value(
        new SnowflakeType.Number(SnowflakeType.MAX_PRECISION, scale),
        number == null ? null : number.setScale(scale, java.math.RoundingMode.HALF_UP));
  }

  /**
   * A number that may be worked with. One like {@code 1e999999999} is short to write and takes
   * gigabytes as a whole number.
   *
   * @throws NumberFormatException if it has more digits than any bound value can have
   */
  private static BigDecimal decimal(String text) {
    if (text.length() > MOST_DIGITS) {
      throw new NumberFormatException();
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static LocalDate date(String epochMillis) {
    return LocalDate.ofEpochDay(Math.floorDiv(Long.parseLong(epochMillis), 86_400_000L));
  }

  private static Instant instant(String epochNanos) {
    BigInteger[] parts = decimal(epochNanos).toBigInteger().divideAndRemainder(NANOS);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static java.time.OffsetDateTime zoned(String nanosAndOffset) {
    String[] parts = nanosAndOffset.split(" ", 2);
    int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) - 1440 : 0;
    return instant(parts[0]).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  private static SnowflakeException invalid(String what) {
    return new SnowflakeException("002049", "42601", "Bind variables are invalid: " + what + ".");
  }
}
