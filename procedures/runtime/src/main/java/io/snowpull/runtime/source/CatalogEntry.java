package io.snowpull.runtime.source;

/**
 * One resource of an owner.
 *
 * @param archived whether it is read-only at the source
 * @param fork whether it began as a copy of another one
 * @param readable false when the source offers no rows of it, so that enabling it would fail
 */
public record CatalogEntry(
    SourceIdentity identity, boolean archived, boolean fork, boolean readable) {}
