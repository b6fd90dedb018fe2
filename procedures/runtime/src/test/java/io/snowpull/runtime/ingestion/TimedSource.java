package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows that were changed at given seconds, one row a second, ids from 1; counts requests and how
 * many of them overlapped.
 */
final class TimedSource implements Source {
  private static final int PAGE = 100;

  private final List<Instant> times;
  private final Instant now;
  private final String json;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();

  /**
   * @param times in their order
   * @param now the source's own clock, which stands still
   * @param json every row
   */
  TimedSource(List<Instant> times, Instant now, String json) {
    this.times = List.copyOf(times);
    this.now = now;
    this.json = json;
  }

  int requests() {
    return requests.get();
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }

  @Override
  public SourceIdentity identify(String resourceId) {
    return new SourceIdentity(5, resourceId);
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    requests.incrementAndGet();
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      return request instanceof PageRequest.Since since
          ? page(firstSince(since.since()))
          : page(Integer.parseInt(((PageRequest.At) request).address().getFragment()));
    } finally {
      underWay.decrementAndGet();
    }
  }

  private int firstSince(Optional<Instant> since) {
    return since
        .map(time -> (int) times.stream().takeWhile(row -> row.isBefore(time)).count())
        .orElse(0);
  }

  private SourcePage page(int first) {
    int end = Math.min(times.size(), first + PAGE);
    List<SourceRecord> rows = new ArrayList<>();
    for (int i = first; i < end; i++) {
      rows.add(new SourceRecord(i + 1, times.get(i), json, "00"));
    }
    Optional<URI> next =
        end < times.size() ? Optional.of(URI.create("x:y#" + end)) : Optional.empty();
    return SourcePage.of(URI.create("x:y#" + first), 1, rows, next, 10, now, Optional.empty());
  }
}
