package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates and times read from text and written to it. */
final class DateTimeFunctions {

  private DateTimeFunctions() {}

  static List<JavaFunction> all() {
    return List.of(
        JavaFunction.strict(
            "sf_date",
            Kind.DATE,
            texts(2),
            a -> DateTimeText.parse("Date", text(a[0]), text(a[1])).local().toLocalDate()),
        JavaFunction.strict(
            "sf_time",
            Kind.TEXT,
            texts(2),
            a -> DateTimeText.parseTime(text(a[0]), text(a[1])).toString()),
        JavaFunction.strict(
            "sf_timestamp",
            Kind.TIMESTAMP,
            texts(2),
            a -> DateTimeText.parse("Timestamp", text(a[0]), text(a[1])).local()),
        JavaFunction.strict(
            "sf_timestamp_utc",
            Kind.TIMESTAMP,
            texts(3),
            a -> utc(text(a[0]), text(a[1]), text(a[2]))),
        JavaFunction.strict(
            "sf_format_timestamp",
            Kind.TEXT,
            List.of(Kind.TIMESTAMP, Kind.TEXT),
            a -> TimestampFormat.write((LocalDateTime) required(a[0]), text(a[1]))),
        JavaFunction.strict(
            "sf_offset", Kind.TEXT, List.of(Kind.LONG), a -> offset(Long.parseLong(text(a[0])))));
  }

  private static LocalDateTime utc(String text, String format, String zone) {
    DateTimeText.Moment moment = DateTimeText.parse("Timestamp", text, format);
    ZoneOffset offset = moment.offset();
    OffsetDateTime instant =
        offset == null
            ? moment.local().atZone(ZoneId.of(zone)).toOffsetDateTime()
            : moment.local().atOffset(offset);
    return instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  private static String offset(long minutes) {
    long absolute = Math.abs(minutes);
    return "%s%02d%02d".formatted(minutes < 0 ? "-" : "+", absolute / 60, absolute % 60);
  }

  private static List<Kind> texts(int count) {
    return Collections.nCopies(count, Kind.TEXT);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static Object required(@Nullable Object value) {
    return java.util.Objects.requireNonNull(value);
  }
}
