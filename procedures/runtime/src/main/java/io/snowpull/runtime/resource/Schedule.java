package io.snowpull.runtime.resource;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a resource runs, as a task's SCHEDULE says it: {@code 30 MINUTES}, or {@code USING CRON}
 * with five fields and a time zone.
 *
 * <p>https://docs.snowflake.com/en/sql-reference/sql/create-task
 */
public record Schedule(String text) {
  private static final Pattern INTERVAL =
      Pattern.compile("([1-9][0-9]{0,5})\\s*(M|MINUTES?|H|HOURS?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CRON =
      Pattern.compile(
          "(?:USING\\s+)?CRON\\s+((?:[0-9A-Z*,/#-]+\\s+){5})([A-Z0-9_+/-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final long MOST_MINUTES = 11_520;

  /**
   * Reads what a person wrote.
   *
   * @throws ConnectorException SCHEDULE_INVALID
   */
  public static Schedule parse(String text) {
    Matcher interval = INTERVAL.matcher(text.strip());
    if (interval.matches()) {
      boolean hours = interval.group(2).toUpperCase(Locale.ROOT).startsWith("H");
      long minutes = Long.parseLong(interval.group(1)) * (hours ? 60 : 1);
      if (minutes <= MOST_MINUTES) {
        return new Schedule(minutes + " MINUTES");
      }
    }
    Matcher cron = CRON.matcher(text.strip());
    if (cron.matches() && ZoneId.getAvailableZoneIds().contains(cron.group(2))) {
      String fields = cron.group(1).strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
      return new Schedule("USING CRON " + fields + " " + cron.group(2));
    }
    throw invalid(text, "");
  }

  /** What to tell the person who wrote it. */
  public static ConnectorException invalid(String text, String why) {
    return new ConnectorException(
        RuntimeError.SCHEDULE_INVALID,
        "'"
            + text
            + "' is no schedule. Write an interval of 1 to "
            + MOST_MINUTES
            + " minutes, such as '30 MINUTES' or '2 HOURS', or 'USING CRON <minute> <hour> <day of"
            + " month> <month> <day of week> <time zone>', such as 'USING CRON 0 * * * * UTC'."
            + why);
  }

  /**
   * The longest time between two runs, in minutes; empty where only a calendar knows, that is where
   * days or months are chosen.
   */
  public OptionalLong longestGap() {
    Matcher interval = INTERVAL.matcher(text);
    if (interval.matches()) {
      return OptionalLong.of(Long.parseLong(interval.group(1)));
    }
    String[] fields = text.split(" ", -1);
    boolean daily = fields[4].equals("*") && fields[5].equals("*") && fields[6].equals("*");
    if (!daily) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(fields[3].equals("*") ? 60 : 24 * 60);
  }
}
