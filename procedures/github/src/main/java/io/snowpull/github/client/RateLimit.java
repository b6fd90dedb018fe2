package io.snowpull.github.client;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The primary limit as an answer reports it; all empty on servers that have none, such as GitHub
 * Enterprise Server by default.
 *
 * @param limit requests an hour
 * @param remaining requests left until the reset
 * @param resetAt when the count starts again
 */
public record RateLimit(OptionalLong limit, OptionalLong remaining, Optional<Instant> resetAt) {
  static RateLimit of(HttpHeaders headers) {
    OptionalLong reset = number(headers, "x-ratelimit-reset");
    return new RateLimit(
        number(headers, "x-ratelimit-limit"),
        number(headers, "x-ratelimit-remaining"),
        reset.isPresent()
            ? Optional.of(Instant.ofEpochSecond(reset.getAsLong()))
            : Optional.empty());
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    Optional<String> text = headers.firstValue(name).map(String::strip);
    if (text.isEmpty() || !text.get().matches("[0-9]{1,12}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text.get()));
  }
}
