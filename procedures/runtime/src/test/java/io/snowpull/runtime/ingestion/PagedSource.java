package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pages of one row each; the last one can be an error. */
record PagedSource(int pages, Optional<RuntimeException> end) implements Source {
  @Override
  public SourceIdentity identify(String resourceId) {
    return new SourceIdentity(5, resourceId);
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    if (request instanceof PageRequest.Since since) {
      return page(since.since().map(time -> (int) time.getEpochSecond() + 1).orElse(1));
    }
    throw new AssertionError("no second holds more than a page");
  }

  private SourcePage page(int number) {
    if (number == pages && end.isPresent()) {
      throw end.get();
    }
    SourceRecord row = new SourceRecord(number, Instant.ofEpochSecond(number), "{}", "00");
    Optional<URI> next =
        number < pages ? Optional.of(URI.create("x:y#" + (number + 1))) : Optional.empty();
    return SourcePage.of(
        URI.create("x:y#" + number),
        1,
        List.of(row),
        next,
        10,
        Instant.parse("2026-01-01T00:00:00Z"),
        Optional.empty());
  }
}
