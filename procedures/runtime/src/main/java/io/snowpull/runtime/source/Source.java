package io.snowpull.runtime.source;

/** Rows of resources, in the order in which they were last changed. Thread-safe. */
public interface Source {
  /** Finds out what the resource of this name is; one request. */
  SourceIdentity identify(String resourceId);

  /** One page of a resource. */
  SourceAnswer fetch(long sourceId, PageRequest request);
}
