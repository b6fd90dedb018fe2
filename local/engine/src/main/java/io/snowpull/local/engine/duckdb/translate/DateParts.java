package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Locale;

/**
 * The parts of dates and times with their abbreviations.
 *
 * <p>Source:
 * https://docs.snowflake.com/en/sql-reference/functions-date-time#supported-date-and-time-parts
 */
enum DateParts {
  YEAR,
  QUARTER,
  MONTH,
  WEEK,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  MILLISECOND,
  MICROSECOND,
  NANOSECOND,
  DAYOFWEEK,
  DAYOFWEEKISO,
  DAYOFYEAR,
  WEEKISO,
  YEAROFWEEK,
  YEAROFWEEKISO,
  EPOCH_SECOND,
  EPOCH_MILLISECOND,
  EPOCH_MICROSECOND,
  EPOCH_NANOSECOND,
  TIMEZONE_HOUR,
  TIMEZONE_MINUTE;

  static DateParts named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "YEAR", "Y", "YY", "YYY", "YYYY", "YR", "YEARS", "YRS" -> YEAR;
      case "QUARTER", "Q", "QTR", "QTRS", "QUARTERS" -> QUARTER;
      case "MONTH", "MM", "MON", "MONS", "MONTHS" -> MONTH;
      case "WEEK", "W", "WK", "WEEKOFYEAR", "WOY", "WY", "WEEKS" -> WEEK;
      case "DAY", "D", "DD", "DAYS", "DAYOFMONTH" -> DAY;
      case "HOUR", "H", "HH", "HR", "HOURS", "HRS" -> HOUR;
      case "MINUTE", "M", "MI", "MIN", "MINUTES", "MINS" -> MINUTE;
      case "SECOND", "S", "SEC", "SECONDS", "SECS" -> SECOND;
      case "MILLISECOND", "MS", "MSEC", "MILLISECONDS" -> MILLISECOND;
      case "MICROSECOND", "US", "USEC", "MICROSECONDS" -> MICROSECOND;
      case "NANOSECOND",
          "NS",
          "NSEC",
          "NANOSEC",
          "NSECOND",
          "NANOSECONDS",
          "NANOSECS",
          "NSECONDS" ->
          NANOSECOND;
      case "DAYOFWEEK", "WEEKDAY", "DOW", "DW" -> DAYOFWEEK;
      case "DAYOFWEEKISO", "WEEKDAY_ISO", "DOW_ISO", "DW_ISO", "DAYOFWEEK_ISO" -> DAYOFWEEKISO;
      case "DAYOFYEAR", "YEARDAY", "DOY", "DY" -> DAYOFYEAR;
      case "WEEKISO", "WEEK_ISO", "WEEKOFYEARISO", "WEEKOFYEAR_ISO" -> WEEKISO;
      case "YEAROFWEEK" -> YEAROFWEEK;
      case "YEAROFWEEKISO" -> YEAROFWEEKISO;
      case "EPOCH_SECOND", "EPOCH", "EPOCH_SECONDS" -> EPOCH_SECOND;
      case "EPOCH_MILLISECOND", "EPOCH_MILLISECONDS" -> EPOCH_MILLISECOND;
      case "EPOCH_MICROSECOND", "EPOCH_MICROSECONDS" -> EPOCH_MICROSECOND;
      case "EPOCH_NANOSECOND", "EPOCH_NANOSECONDS" -> EPOCH_NANOSECOND;
      case "TIMEZONE_HOUR", "TZH" -> TIMEZONE_HOUR;
      case "TIMEZONE_MINUTE", "TZM" -> TIMEZONE_MINUTE;
      default ->
          throw new SnowflakeException(
              "001007",
              "22023",
              "SQL compilation error:\n'" + name + "' is not a valid date/time component.");
    };
  }

  /** Whether adding it to a DATE leaves a DATE. */
  boolean wholeDays() {
    return ordinal() <= DAY.ordinal();
  }
}
