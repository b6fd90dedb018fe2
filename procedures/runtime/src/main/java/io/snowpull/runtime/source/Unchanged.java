package io.snowpull.runtime.source;

/**
 * The answer would be the one that the validator came with.
 *
 * @param requests how many requests it took
 */
public record Unchanged(int requests) implements SourceAnswer {}
