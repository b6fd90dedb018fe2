package io.snowpull.github.property;

import io.snowpull.simulator.Fault;
import io.snowpull.simulator.FaultPlan;
import io.snowpull.simulator.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Every kind of trouble a request can meet, now and then, as the seed decides. */
final class SeededFaults implements FaultPlan {
  private final Random random;
  private final TestClock clock;
  private volatile boolean over;
  private volatile int tooEarly;
  private Instant notBefore = Instant.MIN;

  SeededFaults(Random random, TestClock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** A run that goes on elsewhere does not know of the wait that this one was asked for. */
  void forgetWait() {
    notBefore = Instant.MIN;
  }

  /** Requests that came while they had been asked to wait. */
  int tooEarly() {
    return tooEarly;
  }

  /** No more faults. */
  void end() {
    over = true;
  }

  @Override
  public Optional<Fault> faultFor(Request request) {
    if (clock.instant().isBefore(notBefore)) {
      tooEarly++;
    }
    notBefore = Instant.MIN;
    if (over || random.nextInt(10) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (random.nextInt(9)) {
          case 0 -> status(500, "{}");
          case 1 -> status(502, "<html>");
          case 2 -> {
            notBefore = clock.instant().plusSeconds(3);
            yield status(429, "{}", "Retry-After", "3");
          }
          case 3 -> status(403, "{\"message\":\"You have exceeded a secondary rate limit\"}");
          case 4 ->
              status(
                  403,
                  "{}",
                  "X-RateLimit-Remaining",
                  "0",
                  "X-RateLimit-Reset",
                  Long.toString(clock.instant().getEpochSecond() + 90));
          case 5 -> new Fault.Reset();
          case 6 -> new Fault.TruncatedBody(20);
          case 7 -> status(200, "[{\"id\":1,");
          default -> status(401, "{\"message\":\"Bad credentials\"}");
        });
  }

  private static Fault status(int status, String body, String... headers) {
    return new Fault.Status(status, headers.length == 0 ? Map.of() : pairs(headers), body);
  }

  private static Map<String, String> pairs(String... headers) {
    Map<String, String> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return map;
  }
}
