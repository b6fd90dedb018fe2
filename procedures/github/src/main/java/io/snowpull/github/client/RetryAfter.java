package io.snowpull.github.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long GitHub wants to be left alone, in the order its documentation gives: Retry-After, then
 * the reset of an exhausted limit, then a minute.
 *
 * <p>https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
final class RetryAfter {
  private static final Duration UNSAID = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** The wait that a refused request asks for, never negative. */
  static Duration of(HttpHeaders headers, Instant now) {
    // Measured against the server's own clock where it is known: ours may be off.
    Instant reference = date(headers, "date").orElse(now);
    return fromHeader(headers, reference)
        .or(() -> fromReset(headers, reference))
        .map(RetryAfter::bounded)
        .orElse(UNSAID);
  }

  /** The wait from the Retry-After header alone: seconds or an HTTP date. */
  static Optional<Duration> fromHeader(HttpHeaders headers, Instant reference) {
    Optional<String> text = headers.firstValue("retry-after").map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text.get())));
    } catch (NumberFormatException | ArithmeticException notSeconds) {
      return date(headers, "retry-after").map(until -> Duration.between(reference, until));
    }
  }

  private static Optional<Duration> fromReset(HttpHeaders headers, Instant reference) {
    RateLimit limit = RateLimit.of(headers);
    OptionalLong remaining = limit.remaining();
    if (remaining.isEmpty() || remaining.getAsLong() > 0) {
      return Optional.empty();
    }
    return limit.resetAt().map(reset -> Duration.between(reference, reset));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** A header with an HTTP date; empty when it is absent or unreadable. */
  static Optional<Instant> date(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(
                    ZonedDateTime.parse(
                            text.strip(),
                            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                        .toInstant());
              } catch (DateTimeException unreadable) {
                return Optional.empty();
              }
            });
  }
}
