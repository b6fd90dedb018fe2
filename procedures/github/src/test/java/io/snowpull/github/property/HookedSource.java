package io.snowpull.github.property;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;

/** Lets things happen before each page is read. */
record HookedSource(Source source, Runnable before) implements Source {
  @Override
  public SourceIdentity identify(String resourceId) {
    return source.identify(resourceId);
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    before.run();
    return source.fetch(sourceId, request);
  }
}
