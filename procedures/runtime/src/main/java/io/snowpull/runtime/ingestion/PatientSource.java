package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;

/** A source that is asked again where that helps; thread-safe as far as the source is. */
final class PatientSource {
  private final Source source;
  private final Patience patience;

  PatientSource(Source source, Patience patience) {
    this.source = source;
    this.patience = patience;
  }

  /**
   * One page of a resource.
   *
   * @throws WaitException when the source asks for a longer wait than a run may make
   */
  SourceAnswer fetch(long sourceId, PageRequest request) {
    return patience.ask(() -> source.fetch(sourceId, request), SourceAnswer::requests);
  }

  /** Requests so far, those that failed included. */
  long requests() {
    return patience.requests();
  }
}
