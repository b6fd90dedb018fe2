package io.snowpull.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Punishes a token that has too many requests open at once: it is refused until a minute has
 * passed, and coming back before that starts the minute again. Thread-safe.
 *
 * @see <a
 *     href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub</a>
 */
final class SecondaryLimit {
  private static final Duration PUNISHMENT = Duration.ofMinutes(1);

  private final Clock clock;
  private final int mostAtOnce;
  private final Map<String, Instant> punishedUntil = new HashMap<>();

  SecondaryLimit(Clock clock, int mostAtOnce) {
    this.clock = clock;
    this.mostAtOnce = mostAtOnce;
  }

  /**
   * @param open how many requests are open, this one among them
   * @return empty when the request may pass
   */
  synchronized Optional<Response> refusal(@Nullable String token, int open) {
    String key = token == null ? "" : token;
    Instant now = clock.instant();
    boolean punished = now.isBefore(punishedUntil.getOrDefault(key, Instant.MIN));
    if (!punished && open <= mostAtOnce) {
      return Optional.empty();
    }
    punishedUntil.put(key, now.plus(PUNISHMENT));
    return Optional.of(GitHubErrors.secondaryLimit(PUNISHMENT));
  }
}
