package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * Asks a source again where that helps: after a short wait that the source asks for, or a passing
 * failure.
 *
 * <p>Thread-safe as far as its parts are. A wait that one thread is asked for holds for all.
 */
public final class Patience {
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

  private final RunLimits limits;
  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator random;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

  public Patience(RunSetting setting) {
    this.limits = setting.limits();
    this.clock = setting.clock();
    this.pause = setting.pause();
    this.random = setting.random();
  }

  /**
   * The answer to a question.
   *
   * @param cost how many requests an answer took
   * @throws WaitException when the source asks for a longer wait than a run may make
   */
  public <T> T ask(Supplier<T> question, ToIntFunction<T> cost) {
    for (int attempt = 0; ; attempt++) {
      waitForAll();
      try {
        T answer = question.get();
        requests.addAndGet(cost.applyAsInt(answer));
        return answer;
      } catch (ConnectorException e) {
        requests.incrementAndGet();
        pauseBefore(attempt, e);
      }
    }
  }

  /** Requests so far, those that failed included. */
  public long requests() {
    return requests.get();
  }

  private void pauseBefore(int attempt, ConnectorException failure) {
    if (failure.retryAfter().isPresent()) {
      Duration asked = failure.retryAfter().get();
      if (asked.compareTo(limits.longestWait()) > 0 || attempt >= limits.retries()) {
        throw new WaitException(clock.instant().plus(asked), failure);
      }
      Instant until = clock.instant().plus(asked);
      notBefore.accumulateAndGet(until, (one, other) -> one.isBefore(other) ? other : one);
    } else if (failure.isPassing() && attempt < limits.retries()) {
      // Half of it random, so that runs that failed together do not come back together.
      long most = FIRST_BACKOFF.toMillis() << attempt;
      sleep(Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1)));
    } else {
      throw failure;
    }
  }

  private void waitForAll() {
    Instant until = notBefore.get();
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      sleep(Duration.between(now, until));
    }
  }

  private void sleep(Duration duration) {
    try {
      pause.of(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          RuntimeError.UNEXPECTED, "The run was interrupted while it waited.", e);
    }
  }
}
