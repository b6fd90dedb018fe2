package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.SourcePage;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Pages on their way, several at once, handed to the one thread that may use the session.
 *
 * <p>That thread starts no more than it has taken, so no more pages than the run's concurrency are
 * in memory.
 */
final class Fetches {
  private final long sourceId;
  private final PatientSource source;
  private final Executor executor;
  private final BlockingQueue<Supplier<Fetched>> arrived = new LinkedBlockingQueue<>();
  private int underWay;

  /** A page and the walk that asked for it. */
  record Fetched(WindowWalk walk, SourcePage page) {}

  Fetches(long sourceId, PatientSource source, Executor executor) {
    this.sourceId = sourceId;
    this.source = source;
    this.executor = executor;
  }

  int underWay() {
    return underWay;
  }

  void start(WindowWalk walk) {
    var request = walk.request();
    underWay++;
    executor.execute(
        () -> {
          Supplier<Fetched> outcome;
          try {
            // No validator is sent, so the answer is always a page.
            Fetched fetched = new Fetched(walk, (SourcePage) source.fetch(sourceId, request));
            outcome = () -> fetched;
          } catch (RuntimeException | Error e) {
            outcome = () -> rethrow(e);
          }
          arrived.add(outcome);
        });
  }

  /** The next page that arrives; what its request threw is thrown here. */
  Fetched await() {
    try {
      Supplier<Fetched> outcome = arrived.take();
      underWay--;
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          RuntimeError.UNEXPECTED, "The run was interrupted while it read.", e);
    }
  }

  private static Fetched rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
