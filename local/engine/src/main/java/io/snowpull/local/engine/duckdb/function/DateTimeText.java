package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.result.SnowflakeException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as Snowflake's AUTO detection does, or by a format.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/date-time-input-output
 */
final class DateTimeText {

  /** Date and time as written, and the offset if one was. */
  record Moment(LocalDateTime local, @Nullable ZoneOffset offset) {}

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:(?:T| +)(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,9}))?)?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{1,2}:?\\d{0,2})?)?");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{1,19}");
  private static final List<String> OTHER_FORMATS =
      List.of(
          "DD-MON-YYYY",
          "MM/DD/YYYY",
          "DY, DD MON YYYY HH24:MI:SS TZHTZM",
          "DY, DD MON YYYY HH24:MI:SS",
          "MM/DD/YYYY HH24:MI:SS",
          "MM/DD/YYYY HH24:MI",
          "DD-MON-YYYY HH24:MI:SS",
          "DY MON DD HH24:MI:SS TZHTZM YYYY");

  /** From here on an integer means milliseconds, then microseconds, then nanoseconds. */
  private static final long SECONDS_LIMIT = 31_536_000_000L;

  private DateTimeText() {}

  /** Reads a date or timestamp; {@code kind} is for the error. */
  static Moment parse(String kind, String text, String format) {
    String trimmed = text.strip();
    try {
      if (!format.equalsIgnoreCase("AUTO")) {
        return TimestampFormat.read(trimmed, format);
      }
      Matcher iso = ISO.matcher(trimmed);
      if (iso.matches()) {
        return iso(iso);
      }
      if (EPOCH.matcher(trimmed).matches()) {
        return new Moment(epoch(Long.parseLong(trimmed)), null);
      }
      for (String other : OTHER_FORMATS) {
        Moment moment = attempt(trimmed, other);
        if (moment != null) {
          return moment;
        }
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw SnowflakeException.notRecognized(kind, text);
    }
    throw SnowflakeException.notRecognized(kind, text);
  }

  static LocalTime parseTime(String text, String format) {
    String trimmed = text.strip();
    if (!format.equalsIgnoreCase("AUTO")) {
      return parse("Time", "1970-01-01 " + trimmed, "YYYY-MM-DD " + format).local().toLocalTime();
    }
    if (EPOCH.matcher(trimmed).matches()) {
      return epoch(Long.parseLong(trimmed)).toLocalTime();
    }
    String time =
        trimmed.length() > 8 && trimmed.charAt(4) == '-' ? trimmed : "1970-01-01 " + trimmed;
    try {
      return parse("Time", time, "AUTO").local().toLocalTime();
    } catch (SnowflakeException e) {
      throw SnowflakeException.notRecognized("Time", text);
    }
  }

  private static Moment iso(Matcher iso) {
    LocalDate date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    String fraction = iso.group(7);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), number(iso, 6), nanos);
    String offset = iso.group(8);
    return new Moment(date.atTime(time), offset == null ? null : offset(offset));
  }

  private static int number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  static ZoneOffset offset(String text) {
    if (Character.isLetter(text.charAt(0))) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    int sign = text.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static LocalDateTime epoch(long number) {
    long absolute = Math.abs(number);
    Instant instant;
    if (absolute < SECONDS_LIMIT) {
      instant = Instant.ofEpochSecond(number);
    } else if (absolute < SECONDS_LIMIT * 1_000) {
      instant = Instant.ofEpochMilli(number);
    } else if (absolute < SECONDS_LIMIT * 1_000_000) {
      instant =
          Instant.ofEpochSecond(
              Math.floorDiv(number, 1_000_000L), Math.floorMod(number, 1_000_000L) * 1_000L);
    } else {
      instant =
          Instant.ofEpochSecond(
              Math.floorDiv(number, 1_000_000_000L), Math.floorMod(number, 1_000_000_000L));
    }
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static @Nullable Moment attempt(String text, String format) {
    try {
      return TimestampFormat.read(text.toUpperCase(Locale.ROOT), format);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }
}
