package io.snowpull.runtime.source;

import java.net.URI;

/** Rows of resources, in the order in which they were last changed. */
public interface Source {
  /** Finds out what the resource of this name is; one request. */
  SourceIdentity identify(String resourceId);

  /** The first page of a resource, oldest change first. */
  SourcePage first(long sourceId);

  /** The page at an address that an earlier page named as its next. */
  SourcePage next(long sourceId, URI address);
}
