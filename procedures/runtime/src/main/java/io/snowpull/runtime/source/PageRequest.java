package io.snowpull.runtime.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a source can be asked for. */
public sealed interface PageRequest {
  /**
   * The first page of the rows changed at this time or later, oldest change first.
   *
   * @param since empty for all rows
   * @param validator what an earlier answer to the same question came with; empty to be answered in
   *     any case, and ignored where its credential is not in use any more
   */
  record Since(Optional<Instant> since, Optional<Validator> validator) implements PageRequest {}

  /** The page at an address that another page named as its next. */
  record At(URI address) implements PageRequest {}
}
