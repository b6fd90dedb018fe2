package io.snowpull.runtime.source;

/** What a source answers. */
public sealed interface SourceAnswer permits SourcePage, Unchanged {
  /** How many requests it took. */
  int requests();
}
