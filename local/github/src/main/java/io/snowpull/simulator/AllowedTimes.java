package io.snowpull.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers when each token was told to come back, to notice who comes before. Thread-safe. */
final class AllowedTimes {
  private final Map<String, Instant> notBefore = new HashMap<>();

  synchronized boolean isEarly(@Nullable String token, Instant now) {
    return now.isBefore(notBefore.getOrDefault(key(token), Instant.MIN));
  }

  /** Takes note of what an answer asks for: Retry-After, else the reset of an exhausted limit. */
  synchronized void answered(@Nullable String token, Response response, Instant now) {
    if (response.status() < 400) {
      return;
    }
    Optional<Instant> asked = retryAfter(response, now).or(() -> reset(response));
    asked.ifPresent(until -> notBefore.merge(key(token), until, AllowedTimes::later));
  }

  private static Optional<Instant> retryAfter(Response response, Instant now) {
    String value = response.headers().get("Retry-After");
    if (value == null) {
      return Optional.empty();
    }
    if (value.matches("\\d{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      // A header that nobody can read asks for nothing.
      return Optional.empty();
    }
  }

  private static Optional<Instant> reset(Response response) {
    boolean limit = response.status() == 403 || response.status() == 429;
    String reset = response.headers().get("X-RateLimit-Reset");
    boolean exhausted = "0".equals(response.headers().get("X-RateLimit-Remaining"));
    return limit && exhausted && reset != null
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(reset)))
        : Optional.empty();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static String key(@Nullable String token) {
    return token == null ? "" : token;
  }
}
