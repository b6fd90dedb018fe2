package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;

/**
 * Functions that take a date or time part.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-date-time
 */
final class DateFunctions {

  private static final Number PART = new Number(9, 0);

  private final ExpressionBinder expressions;

  DateFunctions(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  /** DATE_PART and EXTRACT. */
  Bound part(String name, Bound value) {
    Bound moment = moment(value);
    String sql =
        moment.type() instanceof Timestamp t && t.zone() != Timestamp.Zone.NTZ
            ? expressions.conversions().local(moment)
            : moment.sql();
    DateParts part = DateParts.named(name);
    String result =
        switch (part) {
          case YEAR -> "year(" + sql + ")";
          case QUARTER -> "quarter(" + sql + ")";
          case MONTH -> "month(" + sql + ")";
          case WEEK, WEEKISO -> "week(" + sql + ")";
          case DAY -> "day(" + sql + ")";
          case HOUR -> "hour(" + sql + ")";
          case MINUTE -> "minute(" + sql + ")";
          case SECOND -> "second(" + sql + ")";
          case MILLISECOND -> "(millisecond(" + sql + ") % 1000)";
          case MICROSECOND -> "(microsecond(" + sql + ") % 1000000)";
          case NANOSECOND -> "(CAST(microsecond(" + sql + ") % 1000000 AS BIGINT) * 1000)";
          case DAYOFWEEK -> "dayofweek(" + sql + ")";
          case DAYOFWEEKISO -> "isodow(" + sql + ")";
          case DAYOFYEAR -> "dayofyear(" + sql + ")";
          case YEAROFWEEK, YEAROFWEEKISO -> "isoyear(" + sql + ")";
          case EPOCH_SECOND -> "(epoch_us(" + instant(moment) + ") // 1000000)";
          case EPOCH_MILLISECOND -> "(epoch_us(" + instant(moment) + ") // 1000)";
          case EPOCH_MICROSECOND -> "epoch_us(" + instant(moment) + ")";
          case EPOCH_NANOSECOND -> "(CAST(epoch_us(" + instant(moment) + ") AS HUGEINT) * 1000)";
          case TIMEZONE_HOUR, TIMEZONE_MINUTE ->
              throw SnowflakeException.unsupported("the date part " + part);
        };
    return new Bound(
        result,
        part.name().startsWith("EPOCH") ? SnowflakeType.INTEGER : PART,
        value.nullable(),
        Bound.Form.VALUE);
  }

  /** DATEADD; {@code negative} subtracts. */
  Bound add(String name, Bound amount, boolean negative, Bound value) {
    DateParts part = DateParts.named(name);
    Bound moment = moment(value);
    String n =
        "CAST(round("
            + expressions.conversions().cast(amount, SnowflakeType.INTEGER).sql()
            + ") AS BIGINT)";
    String signed = negative ? "(-" + n + ")" : n;
    String interval =
        switch (part) {
          case YEAR -> "to_years(CAST(" + signed + " AS INTEGER))";
          case QUARTER -> "to_months(CAST(" + signed + " * 3 AS INTEGER))";
          case MONTH -> "to_months(CAST(" + signed + " AS INTEGER))";
          case WEEK -> "to_days(CAST(" + signed + " * 7 AS INTEGER))";
          case DAY -> "to_days(CAST(" + signed + " AS INTEGER))";
          case HOUR -> "to_hours(" + signed + ")";
          case MINUTE -> "to_minutes(" + signed + ")";
          case SECOND -> "to_seconds(" + signed + ")";
          case MILLISECOND -> "to_milliseconds(" + signed + ")";
          case MICROSECOND -> "to_microseconds(" + signed + ")";
          case NANOSECOND -> "to_microseconds(" + signed + " // 1000)";
          default ->
              throw SnowflakeException.invalidArgumentTypes("DATEADD", part + ", NUMBER, DATE");
        };
    String sum = "(" + moment.sql() + " + " + interval + ")";
    if (!(moment.type() instanceof SnowflakeType.Date)) {
      return new Bound(sum, moment.type(), value.nullable(), Bound.Form.VALUE);
    }
    return part.wholeDays()
        ? new Bound(
            "CAST(" + sum + " AS DATE)", SnowflakeType.DATE, value.nullable(), Bound.Form.VALUE)
        : new Bound(sum, SnowflakeType.TIMESTAMP_NTZ, value.nullable(), Bound.Form.VALUE);
  }

  /** DATEDIFF: how many boundaries of the part lie between the two. */
  Bound difference(String name, Bound from, Bound to) {
    DateParts part = DateParts.named(name);
    String unit =
        switch (part) {
          case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND ->
              part.name();
          case NANOSECOND -> "MICROSECOND";
          default ->
              throw SnowflakeException.invalidArgumentTypes("DATEDIFF", part + ", DATE, DATE");
        };
    String sql = "date_diff('" + unit + "', " + local(from) + ", " + local(to) + ")";
    if (part == DateParts.WEEK) {
      sql =
          "(date_diff('DAY', date_trunc('WEEK', "
              + local(from)
              + "), date_trunc('WEEK', "
              + local(to)
              + ")) // 7)";
    }
    return Bound.of(part == DateParts.NANOSECOND ? "(" + sql + " * 1000)" : sql, PART);
  }

  /** DATE_TRUNC keeps the value's type. */
  Bound truncate(String name, Bound value) {
    DateParts part = DateParts.named(name);
    Bound moment = moment(value);
    String unit = part == DateParts.WEEKISO ? "WEEK" : part.name();
    if (part.ordinal() > DateParts.NANOSECOND.ordinal() && part != DateParts.WEEKISO) {
      throw SnowflakeException.invalidArgumentTypes("DATE_TRUNC", part + ", TIMESTAMP");
    }
    if (part == DateParts.NANOSECOND || part == DateParts.MICROSECOND) {
      return moment;
    }
    String sql;
    if (moment.type() instanceof Timestamp t && t.zone() != Timestamp.Zone.NTZ) {
      Bound local =
          Bound.of(
              "date_trunc('" + unit + "', " + expressions.conversions().local(moment) + ")",
              SnowflakeType.TIMESTAMP_NTZ);
      sql = expressions.conversions().cast(local, moment.type()).sql();
    } else if (moment.type() instanceof SnowflakeType.Date) {
      sql = "CAST(date_trunc('" + unit + "', " + moment.sql() + ") AS DATE)";
    } else if (moment.type() instanceof SnowflakeType.Time) {
      sql =
          "CAST(date_trunc('" + unit + "', TIMESTAMP '1970-01-01' + " + moment.sql() + ") AS TIME)";
    } else {
      sql = "date_trunc('" + unit + "', " + moment.sql() + ")";
    }
    return new Bound(sql, moment.type(), value.nullable(), Bound.Form.VALUE);
  }

  /** A value that is no date or time yet is read as a timestamp. */
  Bound moment(Bound value) {
    boolean already =
        value.type() instanceof SnowflakeType.Date
            || value.type() instanceof SnowflakeType.Time
            || value.type() instanceof Timestamp;
    return already && !value.isNull()
        ? value
        : expressions.conversions().cast(value, SnowflakeType.TIMESTAMP_NTZ);
  }

  private String local(Bound value) {
    Bound moment = moment(value);
    if (moment.type() instanceof SnowflakeType.Time) {
      return "(TIMESTAMP '1970-01-01' + " + moment.sql() + ")";
    }
    return expressions.conversions().cast(moment, SnowflakeType.TIMESTAMP_NTZ).sql();
  }

  private String instant(Bound moment) {
    if (moment.type() instanceof Timestamp t && t.zone() != Timestamp.Zone.NTZ) {
      return moment.sql();
    }
    return local(moment);
  }
}
