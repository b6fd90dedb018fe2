package io.snowpull.runtime.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.source.SourcePage;

/** What a reconciliation has seen and done so far. Not thread-safe. */
final class SweepCounts {
  private long pages;
  private long fetched;
  private long bytes;
  private long inserted;
  private long updated;
  private long parked;
  private long asked;
  private long deleted;

  void read(SourcePage page) {
    pages++;
    fetched += page.records().size() + page.unreadable().size();
    bytes += page.bytes();
  }

  void healed(long insertedRows, long updatedRows) {
    inserted += insertedRows;
    updated += updatedRows;
  }

  void parked() {
    parked++;
  }

  void asked() {
    asked++;
  }

  void deleted(long rows) {
    deleted += rows;
  }

  boolean isEmpty() {
    return pages == 0;
  }

  /** Adds the numbers to a report. */
  void describe(ObjectNode extras) {
    extras.put("pages", pages);
    extras.put("fetched", fetched);
    extras.put("inserted", inserted);
    extras.put("updated", updated);
    extras.put("unchanged", fetched - inserted - updated - parked);
    extras.put("parked", parked);
    extras.put("asked", asked);
    extras.put("marked_deleted", deleted);
    extras.put("bytes", bytes);
  }
}
