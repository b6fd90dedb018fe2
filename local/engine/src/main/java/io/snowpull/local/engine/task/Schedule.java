package io.snowpull.local.engine.task;

import io.snowpull.local.engine.result.SnowflakeException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a task runs.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/create-task, parameter SCHEDULE
 */
sealed interface Schedule {
  Pattern INTERVAL =
      Pattern.compile("(\\d{1,6})\\s*(SECONDS?|S|MINUTES?|M|HOURS?|H)", Pattern.CASE_INSENSITIVE);
  Pattern CRON =
      Pattern.compile("USING\\s+CRON\\s+((?:\\S+\\s+){5})(\\S+)", Pattern.CASE_INSENSITIVE);

  Duration SHORTEST = Duration.ofSeconds(10);
  Duration LONGEST = Duration.ofMinutes(11_520);

  /** The first moment after the given one at which the task is due. */
  Instant next(Instant after);

  /** Every so often. */
  record Interval(Duration every) implements Schedule {
    @Override
    public Instant next(Instant after) {
      return after.plus(every);
    }
  }

  /** At the times of a cron expression in a time zone. */
  record Cron(CronExpression expression, ZoneId zone) implements Schedule {
    @Override
    public Instant next(Instant after) {
      return expression.next(ZonedDateTime.ofInstant(after, zone)).toInstant();
    }
  }

  /**
   * Reads the text of SCHEDULE.
   *
   * @throws SnowflakeException that says what is wrong with it
   */
  static Schedule parse(String text) {
    Matcher interval = INTERVAL.matcher(text.trim());
    if (interval.matches()) {
      return interval(text, Long.parseLong(interval.group(1)), interval.group(2));
    }
    Matcher cron = CRON.matcher(text.trim());
    if (cron.matches()) {
      return cron(text, cron.group(1).trim(), cron.group(2));
    }
    throw invalid(text, "expected '<n> SECONDS|MINUTES|HOURS' or 'USING CRON m h dom mon dow TZ'");
  }

  private static Schedule interval(String text, long amount, String unit) {
    Duration every =
        switch (unit.toUpperCase(Locale.ROOT).charAt(0)) {
          case 'S' -> Duration.ofSeconds(amount);
          case 'M' -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw invalid(text, "an interval is between 10 seconds and 8 days long");
    }
    return new Interval(every);
  }

  private static Schedule cron(String text, String fields, String zone) {
    try {
      return new Cron(CronExpression.parse(fields), ZoneId.of(zone));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid(text, String.valueOf(e.getMessage()));
    }
  }

  private static SnowflakeException invalid(String text, String problem) {
    return new SnowflakeException(
        "002215",
        "22023",
        "SQL compilation error:\ninvalid value '"
            + text
            + "' for property 'SCHEDULE': "
            + problem
            + ".");
  }
}
