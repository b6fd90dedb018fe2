package io.snowpull.local.engine.duckdb.function;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Snowflake's date and time formats.
 *
 * <p>Source:
 * https://docs.snowflake.com/en/sql-reference/date-time-input-output#about-the-elements-used-in-input-and-output-formats
 */
final class TimestampFormat {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "YYYY|YY|MMMM|MON|MM|DD|DY|HH24|HH12|HH|AM|PM|MI|SS|FF[0-9]?|TZH:TZM|TZHTZM|TZH|TZM|T|\"[^\"]*\"|.",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private TimestampFormat() {}

  static String write(LocalDateTime value, String format) {
    StringBuilder out = new StringBuilder();
    Matcher element = ELEMENT.matcher(format);
    while (element.find()) {
      out.append(element(value, element.group()));
    }
    return out.toString();
  }

  private static String element(LocalDateTime value, String element) {
    String upper = element.toUpperCase(Locale.ROOT);
    if (upper.startsWith("FF")) {
      int digits = upper.length() > 2 ? upper.charAt(2) - '0' : 9;
      return "%09d".formatted(value.getNano()).substring(0, digits);
    }
    return switch (upper) {
      case "YYYY" -> "%04d".formatted(value.getYear());
      case "YY" -> "%02d".formatted(value.getYear() % 100);
      case "MMMM" -> value.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "MON" -> value.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "MM" -> "%02d".formatted(value.getMonthValue());
      case "DD" -> "%02d".formatted(value.getDayOfMonth());
      case "DY" ->
          value.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "HH24", "HH" -> "%02d".formatted(value.getHour());
      case "HH12" -> "%02d".formatted(value.getHour() % 12 == 0 ? 12 : value.getHour() % 12);
      case "AM", "PM" -> value.getHour() < 12 ? "AM" : "PM";
      case "MI" -> "%02d".formatted(value.getMinute());
      case "SS" -> "%02d".formatted(value.getSecond());
      case "TZH:TZM" -> "+00:00";
      case "TZHTZM" -> "+0000";
      case "TZH" -> "+00";
      case "TZM" -> "00";
      default ->
          element.length() > 1 && element.startsWith("\"")
              ? element.substring(1, element.length() - 1)
              : element;
    };
  }

  /** Reads text that has exactly this format; fails with a DateTimeException. */
  static DateTimeText.Moment read(String text, String format) {
    return new Reader(text).read(format);
  }

  /** What has been read so far. */
  private static final class Reader {
    private final String text;
    private int at;
    private int year = 1970;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private @Nullable Boolean afternoon;
    private @Nullable ZoneOffset offset;

    Reader(String text) {
      this.text = text;
    }

    DateTimeText.Moment read(String format) {
      Matcher element = ELEMENT.matcher(format);
      while (element.find()) {
        element(element.group());
      }
      if (at != text.length()) {
        throw new DateTimeException("text left over");
      }
      Boolean half = afternoon;
      if (half != null) {
        hour = hour % 12 + (half ? 12 : 0);
      }
      return new DateTimeText.Moment(
          LocalDate.of(year, month, day).atTime(LocalTime.of(hour, minute, second, nano)), offset);
    }

    private void element(String element) {
      String upper = element.toUpperCase(Locale.ROOT);
      if (upper.startsWith("FF")) {
        int start = at;
        digits(9);
        nano = Integer.parseInt((text.substring(start, at) + "000000000").substring(0, 9));
        return;
      }
      switch (upper) {
        case "YYYY" -> year = digits(4);
        case "YY" -> year = century(digits(2));
        case "MM" -> month = digits(2);
        case "MON", "MMMM" -> month = month();
        case "DD" -> day = digits(2);
        case "DY" -> weekday();
        case "HH24", "HH12", "HH" -> hour = digits(2);
        case "MI" -> minute = digits(2);
        case "SS" -> second = digits(2);
        case "AM", "PM" -> afternoon = half();
        case "TZH:TZM", "TZHTZM", "TZH" -> offset = offset();
        default ->
            literal(element.length() > 1 ? element.substring(1, element.length() - 1) : element);
      }
    }

    private static int century(int twoDigits) {
      return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
    }

    private int digits(int most) {
      int start = at;
      while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw new DateTimeException("digits expected");
      }
      return Integer.parseInt(text.substring(start, at));
    }

    private int month() {
      for (Month candidate : Month.values()) {
        String name = candidate.name();
        if (text.regionMatches(true, at, name, 0, name.length())) {
          at += name.length();
          return candidate.getValue();
        }
      }
      for (Month candidate : Month.values()) {
        if (text.regionMatches(true, at, candidate.name(), 0, 3)) {
          at += 3;
          return candidate.getValue();
        }
      }
      throw new DateTimeException("month expected");
    }

    private void weekday() {
      for (DayOfWeek candidate : DayOfWeek.values()) {
        if (text.regionMatches(true, at, candidate.name(), 0, 3)) {
          at += 3;
          return;
        }
      }
      throw new DateTimeException("day of week expected");
    }

    private boolean half() {
      boolean pm = text.regionMatches(true, at, "PM", 0, 2);
      if (!pm && !text.regionMatches(true, at, "AM", 0, 2)) {
        throw new DateTimeException("AM or PM expected");
      }
      at += 2;
      return pm;
    }

    private ZoneOffset offset() {
      Matcher matcher =
          Pattern.compile("Z|[+-]\\d{1,2}:?\\d{0,2}").matcher(text).region(at, text.length());
      if (!matcher.lookingAt()) {
        throw new DateTimeException("offset expected");
      }
      at = matcher.end();
      return DateTimeText.offset(matcher.group());
    }

    private void literal(String expected) {
      if (!text.regionMatches(true, at, expected, 0, expected.length())) {
        throw new DateTimeException("'" + expected + "' expected");
      }
      at += expected.length();
    }
  }
}
