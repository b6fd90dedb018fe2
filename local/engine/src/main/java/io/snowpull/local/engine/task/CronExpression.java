package io.snowpull.local.engine.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;

/**
 * The five fields of cron, with {@code L} for the last day of the month or of that weekday in it.
 * When both day fields are restricted, a day of either counts.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/create-task
 */
record CronExpression(
    TreeSet<Integer> minutes,
    TreeSet<Integer> hours,
    TreeSet<Integer> months,
    DayField dayOfMonth,
    DayField dayOfWeek) {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int SEARCHED_DAYS = 366 * 8;

  /** The days of one field; {@code last} lists the weekdays of {@code 5L}, or 0 for the month. */
  record DayField(boolean any, TreeSet<Integer> days, TreeSet<Integer> last) {}

  /**
   * @throws IllegalArgumentException that says which field is wrong
   */
  static CronExpression parse(String text) {
    String[] fields = text.split("\\s+");
    CronField month = new CronField("month", 1, 12, MONTHS);
    return new CronExpression(
        new CronField("minute", 0, 59, List.of()).values(fields[0]),
        new CronField("hour", 0, 23, List.of()).values(fields[1]),
        month.values(fields[3]),
        days(fields[2], new CronField("day of month", 1, 31, List.of())),
        days(fields[4], new CronField("day of week", 0, 6, DAYS)));
  }

  private static DayField days(String text, CronField field) {
    TreeSet<Integer> days = new TreeSet<>();
    TreeSet<Integer> last = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      if (part.equalsIgnoreCase("L")) {
        last.add(0);
      } else if (part.length() > 1 && (part.endsWith("L") || part.endsWith("l"))) {
        last.addAll(field.values(part.substring(0, part.length() - 1)));
      } else {
        days.addAll(field.values(part));
      }
    }
    return new DayField(text.equals("*"), days, last);
  }

  /** The first matching minute after the given time. */
  ZonedDateTime next(ZonedDateTime after) {
    LocalDate first = after.toLocalDate();
    for (int i = 0; i < SEARCHED_DAYS; i++) {
      LocalDate day = first.plusDays(i);
      if (months.contains(day.getMonthValue()) && matches(day)) {
        for (int hour : hours) {
          for (int minute : minutes) {
            ZonedDateTime at = day.atTime(hour, minute).atZone(after.getZone());
            // A time that the clock skips in spring moves on and runs once.
            if (at.truncatedTo(ChronoUnit.MINUTES).isAfter(after)) {
              return at;
            }
          }
        }
      }
    }
    throw new IllegalArgumentException("the schedule has no next time");
  }

  private boolean matches(LocalDate day) {
    boolean inMonth =
        dayOfMonth.days().contains(day.getDayOfMonth())
            || dayOfMonth.last().contains(0) && day.getDayOfMonth() == day.lengthOfMonth();
    int weekday = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : day.getDayOfWeek().getValue();
    boolean lastOfKind = day.getDayOfMonth() + 7 > day.lengthOfMonth();
    boolean inWeek =
        dayOfWeek.days().contains(weekday) || dayOfWeek.last().contains(weekday) && lastOfKind;
    if (dayOfMonth.any() || dayOfWeek.any()) {
      return inMonth && inWeek;
    }
    return inMonth || inWeek;
  }
}
