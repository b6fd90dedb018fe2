package io.snowpull.runtime.enabling;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;

/** A source that only says what a resource is. */
record ScriptedSource(SourceIdentity identity) implements Source {
  @Override
  public SourceIdentity identify(String resourceId) {
    return identity;
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    throw new AssertionError("not asked for pages");
  }
}
