package io.snowpull.runtime.ingestion;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for the requests of one call; a run that reads one page after the other starts none.
 *
 * <p>They are gone when it is closed, so that nothing of a call is left in its process.
 */
public final class FetchThreads implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FetchThreads.class);
  private static final long SECONDS_TO_END = 10;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @Override
  public void execute(Runnable request) {
    threads.execute(request);
  }

  /** Cuts off what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        LOG.warn("a request did not end in {} s after its run", SECONDS_TO_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
