package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.cursor.TimeWindow;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Reads the windows of a first load, several at once, ahead of the one thread that may use the
 * session: while it writes, the source goes on answering.
 *
 * <p>What is ahead is bounded in pages and in bytes, so a run needs the same memory for a thousand
 * rows as for a million.
 */
final class ReadAhead {
  /** Pages for each request at once: enough for the time that writing a batch takes. */
  private static final int PAGES_FOR_EACH = 3;

  /** Once so much has arrived and waits, nothing more is asked for. */
  private static final long MOST_BYTES = 6_000_000;

  private final long sourceId;
  private final PatientSource source;
  private final Executor executor;
  private final LoadWindows windows;
  private final int concurrency;
  private final IntPredicate usedUp;
  private final BlockingQueue<Supplier<Arrived>> arrived = new LinkedBlockingQueue<>();
  private int underWay;
  private int ahead;
  private long aheadBytes;
  private boolean stopped;

  /**
   * A page, in the order in which pages were accepted.
   *
   * @param remaining what is still to be read once this page and all before it are written
   */
  record Arrived(SourcePage page, List<TimeWindow> remaining) {
    long bytes() {
      return page.records().stream().map(SourceRecord::json).mapToLong(String::length).sum();
    }
  }

  /**
   * @param usedUp whether the run may start no more requests, given how many are under way
   */
  ReadAhead(
      long sourceId,
      PatientSource source,
      LoadWindows windows,
      RunSetting setting,
      IntPredicate usedUp) {
    this.sourceId = sourceId;
    this.source = source;
    this.executor = setting.fetching();
    this.windows = windows;
    this.concurrency = setting.limits().concurrency();
    this.usedUp = usedUp;
  }

  /**
   * The next page; empty when all have been read, or no more may be. What a request threw is thrown
   * here, once; after it nothing more is asked for, and what is under way still arrives.
   */
  Optional<Arrived> next() {
    start();
    synchronized (this) {
      if (ahead == 0) {
        return Optional.empty();
      }
    }
    Supplier<Arrived> outcome = take();
    synchronized (this) {
      ahead--;
    }
    Arrived next = outcome.get();
    synchronized (this) {
      aheadBytes -= next.bytes();
    }
    return Optional.of(next);
  }

  private Supplier<Arrived> take() {
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          RuntimeError.UNEXPECTED, "The run was interrupted while it read.", e);
    }
  }

  /** Asks for as much as may be under way. */
  private void start() {
    for (Optional<WindowWalk> next = claim(); next.isPresent(); next = claim()) {
      WindowWalk walk = next.get();
      PageRequest request = walk.request();
      executor.execute(() -> fetch(walk, request));
    }
  }

  private synchronized Optional<WindowWalk> claim() {
    if (stopped
        || underWay >= concurrency
        || ahead >= concurrency * PAGES_FOR_EACH
        || aheadBytes >= MOST_BYTES
        || usedUp.test(underWay)) {
      return Optional.empty();
    }
    Optional<WindowWalk> next = windows.take();
    if (next.isPresent()) {
      underWay++;
      ahead++;
    }
    return next;
  }

  private void fetch(WindowWalk walk, PageRequest request) {
    try {
      // No validator is sent, so the answer is always a page.
      accept(walk, (SourcePage) source.fetch(sourceId, request));
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    start();
  }

  /** The page and what remains after it become known together, so their order is the same. */
  private synchronized void accept(WindowWalk walk, SourcePage page) {
    windows.accept(walk, page);
    underWay--;
    Arrived next = new Arrived(page, windows.remaining());
    aheadBytes += next.bytes();
    arrived.add(() -> next);
  }

  private synchronized void fail(Throwable thrown) {
    stopped = true;
    underWay--;
    arrived.add(() -> rethrow(thrown));
  }

  private static Arrived rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
