package io.snowpull.runtime.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of rows.
 *
 * @param address where it came from, for the state; holds no secret
 * @param requests how many requests it took
 * @param records its rows in the source's order
 * @param unreadable what came among them and is no row
 * @param next where the walk goes on; empty on the last page, however many rows that has
 * @param bytes what came over the network
 * @param date the source's clock when it answered
 * @param validator what to ask the same question with again; empty when the source gave none
 */
public record SourcePage(
    URI address,
    int requests,
    List<SourceRecord> records,
    List<UnreadableRecord> unreadable,
    Optional<URI> next,
    long bytes,
    Instant date,
    Optional<Validator> validator)
    implements SourceAnswer {
  public SourcePage {
    records = List.copyOf(records);
    unreadable = List.copyOf(unreadable);
  }

  /** A page all of whose rows could be read. */
  public static SourcePage of(
      URI address,
      int requests,
      List<SourceRecord> records,
      Optional<URI> next,
      long bytes,
      Instant date,
      Optional<Validator> validator) {
    return new SourcePage(address, requests, records, List.of(), next, bytes, date, validator);
  }
}
