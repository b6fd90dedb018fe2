package io.snowpull.runtime.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One answer of a source.
 *
 * @param address where it came from, for the state; holds no secret
 * @param requests how many requests it took
 * @param records its rows in the source's order
 * @param next where the walk goes on; empty on the last page, however many rows that has
 * @param bytes what came over the network
 */
public record SourcePage(
    URI address, int requests, List<SourceRecord> records, Optional<URI> next, long bytes) {
  public SourcePage {
    records = List.copyOf(records);
  }
}
