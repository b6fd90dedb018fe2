package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The named arguments of a function that lists what happened: time ranges and a limit. */
public final class HistoryArguments {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 10_000;

  private final String function;
  private final Map<String, Value> named;
  private final ZoneId zone;

  private HistoryArguments(String function, Map<String, Value> named, ZoneId zone) {
    this.function = function;
    this.named = named;
    this.zone = zone;
  }

  /**
   * Checks that there are no others.
   *
   * @param known the arguments that the function understands, in upper case
   */
  public static HistoryArguments of(
      String function,
      List<Value> arguments,
      Map<String, Value> named,
      Set<String> known,
      Execution execution) {
    if (!arguments.isEmpty()) {
      throw SnowflakeException.unsupported(function + " with arguments by position");
    }
    for (String name : named.keySet()) {
      if (!known.contains(name)) {
        throw SnowflakeException.unsupported("argument " + name + " of " + function);
      }
    }
    return new HistoryArguments(function, named, execution.session().parameters().zone());
  }

  /** An argument as it was given; null if it was not. */
  public @Nullable Object value(String name) {
    Value value = named.get(name);
    return value == null ? null : value.content();
  }

  /** RESULT_LIMIT: 1 to 10,000 rows, 100 if it is not given. */
  public long limit() {
    if (!named.containsKey("RESULT_LIMIT")) {
      return DEFAULT_LIMIT;
    }
    if (value("RESULT_LIMIT") instanceof BigDecimal number
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
      return number.longValue();
    }
    throw SnowflakeException.compilationError("RESULT_LIMIT of " + function + " is 1 to " + MOST);
  }

  /** Whether a moment lies in the range that two arguments give; an absent one is no bound. */
  public boolean isBetween(String start, @Nullable Instant moment, String end) {
    Instant from = instant(start);
    Instant to = instant(end);
    return (from == null || (moment != null && !moment.isBefore(from)))
        && (to == null || (moment != null && !moment.isAfter(to)));
  }

  /** A moment as histories list it; null for none. */
  public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private @Nullable Instant instant(String name) {
    Object content = value(name);
    if (content == null) {
      return null;
    }
    if (content instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (content instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    if (content instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant();
    }
    throw SnowflakeException.compilationError(
        "the time range of " + function + " is given by timestamps");
  }
}
