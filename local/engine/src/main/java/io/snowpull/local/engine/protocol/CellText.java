package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * The text by which a JSON result carries a cell.
 *
 * <p>Source: the decoding in https://github.com/snowflakedb/snowflake-connector-python
 * converter.py, and in the JDBC driver's ResultUtil; Python cuts fractions by the column's scale,
 * so there are exactly as many digits as that.
 */
final class CellText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CellText() {}

  static String of(SnowflakeType type, Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.scale() == 0 && number.precision() < 19
          ? Long.toString(number.longValue())
          : number.toPlainString();
    } else if (cell instanceof Boolean truth) {
      return truth ? "1" : "0";
    } else if (cell instanceof Double number) {
      return real(number);
    } else if (cell instanceof byte[] bytes) {
      return HEX.formatHex(bytes);
    } else if (cell instanceof LocalDate date) {
      return Long.toString(date.toEpochDay());
    } else if (cell instanceof LocalTime time) {
      return seconds(time.toSecondOfDay(), time.getNano(), scale(type));
    } else if (cell instanceof LocalDateTime timestamp) {
      return seconds(timestamp.toEpochSecond(ZoneOffset.UTC), timestamp.getNano(), scale(type));
    } else if (cell instanceof OffsetDateTime timestamp) {
      return zoned(type, timestamp);
    }
    return cell.toString();
  }

  private static String zoned(SnowflakeType type, OffsetDateTime timestamp) {
    Instant instant = timestamp.toInstant();
    String text = seconds(instant.getEpochSecond(), instant.getNano(), scale(type));
    boolean hasOffset =
        type instanceof SnowflakeType.Timestamp zoned
            && zoned.zone() == SnowflakeType.Timestamp.Zone.TZ;
    return hasOffset ? text + " " + (timestamp.getOffset().getTotalSeconds() / 60 + 1440) : text;
  }

  private static int scale(SnowflakeType type) {
    if (type instanceof SnowflakeType.Timestamp timestamp) {
      return timestamp.scale();
    }
    return type instanceof SnowflakeType.Time time ? time.scale() : 9;
  }

  /** Written digit by digit: a large result spends most of its time here. */
  private static String seconds(long seconds, int nanos, int scale) {
    if (seconds < 0) {
      return beforeEpoch(seconds, nanos, scale);
    }
    if (scale == 0) {
      return Long.toString(seconds);
    }
    StringBuilder text = new StringBuilder(24).append(seconds).append('.');
    int left = nanos;
    int unit = 100_000_000;
    for (int digit = 0; digit < scale; digit++) {
      text.append((char) ('0' + left / unit));
      left %= unit;
      unit /= 10;
    }
    return text.toString();
  }

  /** The fraction counts towards the epoch: it is not the text's fraction. */
  private static String beforeEpoch(long seconds, int nanos, int scale) {
    return BigDecimal.valueOf(seconds)
        .add(BigDecimal.valueOf(nanos, 9))
        .setScale(scale, RoundingMode.FLOOR)
        .toPlainString();
  }

  /** Whole numbers without a fraction, as Snowflake prints FLOAT. */
  private static String real(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    String text = Double.toString(number);
    int exponent = text.indexOf('E');
    if (exponent < 0) {
      return text;
    }
    int power = Integer.parseInt(text.substring(exponent + 1));
    if (power >= -5 && power < 15) {
      return new BigDecimal(text).toPlainString();
    }
    String digits = text.substring(0, exponent);
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
        + (power < 0 ? "e-" : "e+")
        + String.format(java.util.Locale.ROOT, "%02d", Math.abs(power));
  }
}
