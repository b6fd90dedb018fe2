package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourcePage;
import java.time.Duration;

/**
 * How far a run has come.
 *
 * @param requests requests to the source so far
 * @param fetched rows that came, with those that came twice
 * @param counts what became of them in the table
 * @param bytes what came over the network
 */
record IngestionProgress(long requests, long fetched, MergeCounts counts, long bytes) {
  static final IngestionProgress START = new IngestionProgress(0, 0, MergeCounts.NONE, 0);

  IngestionProgress after(SourcePage page, MergeCounts merged) {
    return new IngestionProgress(
        requests + page.requests(),
        fetched + page.records().size(),
        counts.plus(merged),
        bytes + page.bytes());
  }

  /**
   * The document that state rows and callers see.
   *
   * @param rows rows of the table
   * @param page the page read last
   */
  ObjectNode toJson(String table, long rows, Duration elapsed, SourcePage page) {
    ObjectNode ingestion = Json.object().put("table_name", table).put("rows_count", rows);
    ObjectNode extras = ingestion.putObject("extras");
    extras.put("requests", requests);
    extras.put("fetched", fetched);
    extras.put("inserted", counts.inserted());
    extras.put("updated", counts.updated());
    extras.put("unchanged", fetched - counts.inserted() - counts.updated());
    extras.put("bytes", bytes);
    extras.put("seconds", elapsed.toMillis() / 1000.0);
    extras.put("current_page_link", page.address().toString());
    extras.put("next_page_link", page.next().map(Object::toString).orElse(null));
    return ingestion;
  }
}
