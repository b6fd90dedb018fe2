package io.snowpull.runtime.source;

import java.net.URI;
import java.util.Optional;

/**
 * A source that can list all that it has, and say what became of one row. Thread-safe.
 *
 * <p>A list tells what is gone, which rows in the order of their changes never do.
 */
public interface Inventory {
  /** Key under which a row has what the source calls it, to ask for it alone. */
  String referenceKey();

  /** Key under which a row has the time of its creation, which never changes. */
  String createdKey();

  /**
   * One page of all rows, oldest creation first.
   *
   * @param next where the page before said the list goes on; empty for the first page
   */
  SourcePage list(long sourceId, Optional<URI> next);

  /**
   * What became of a row.
   *
   * @param reference what the source calls it, see {@link #referenceKey}
   */
  RowFate fate(long sourceId, String reference);

  /**
   * What the resource is called now; one request.
   *
   * @throws io.snowpull.runtime.failure.ConnectorException when the resource itself cannot be read,
   *     so that each of its rows would look as if it were gone
   */
  String currentName(long sourceId);
}
