package io.snowpull.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The primary rate limit: so many requests in the hour that starts with the first. Thread-safe. */
final class RateLimits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String ANONYMOUS = "";

  private final Clock clock;
  private final int hourlyLimit;
  private final int anonymousLimit;
  private final Map<String, Quota> quotas = new HashMap<>();

  RateLimits(Clock clock, int hourlyLimit, int anonymousLimit) {
    this.clock = clock;
    this.hourlyLimit = hourlyLimit;
    this.anonymousLimit = anonymousLimit;
  }

  /** Takes one request out of the quota; empty when none is left. */
  synchronized Optional<Quota> take(@Nullable String token) {
    Quota quota = peek(token);
    if (quota.remaining() == 0) {
      return Optional.empty();
    }
    Quota taken = new Quota(quota.limit(), quota.used() + 1, quota.resetEpochSecond());
    quotas.put(key(token), taken);
    return Optional.of(taken);
  }

  /** Gives back what {@link #take} took: an answer 304 does not count. */
  synchronized Quota giveBack(@Nullable String token) {
    Quota quota = peek(token);
    Quota less = new Quota(quota.limit(), Math.max(0, quota.used() - 1), quota.resetEpochSecond());
    quotas.put(key(token), less);
    return less;
  }

  /** The quota as it is now, without counting anything. */
  synchronized Quota peek(@Nullable String token) {
    Instant now = clock.instant();
    Quota quota = quotas.get(key(token));
    if (quota != null && now.getEpochSecond() < quota.resetEpochSecond()) {
      return quota;
    }
    int limit = token == null ? anonymousLimit : hourlyLimit;
    return new Quota(limit, 0, now.plus(WINDOW).getEpochSecond());
  }

  private static String key(@Nullable String token) {
    return token == null ? ANONYMOUS : token;
  }

  record Quota(int limit, int used, long resetEpochSecond) {
    int remaining() {
      return Math.max(0, limit - used);
    }
  }
}
