package io.snowpull.runtime.enabling;

import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import java.net.URI;

/** A source that only says what a resource is. */
record ScriptedSource(SourceIdentity identity) implements Source {
  @Override
  public SourceIdentity identify(String resourceId) {
    return identity;
  }

  @Override
  public SourcePage first(long sourceId) {
    throw new AssertionError("not asked for pages");
  }

  @Override
  public SourcePage next(long sourceId, URI address) {
    throw new AssertionError("not asked for pages");
  }
}
