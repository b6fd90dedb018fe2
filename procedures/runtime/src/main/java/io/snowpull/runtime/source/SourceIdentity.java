package io.snowpull.runtime.source;

/**
 * What a source says a resource is.
 *
 * @param id the source's own number, the same for ever
 * @param name what the resource is called today, in the source's spelling
 */
public record SourceIdentity(long id, String name) {}
