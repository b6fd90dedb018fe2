package io.snowpull.runtime.ingestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourcePage;
import java.time.Duration;
import java.util.Optional;

/** The document about a run that state rows and callers see. */
final class RunReport {
  private RunReport() {}

  /**
   * @param rows rows of the table
   * @param page the page read last; empty when none was
   */
  static ObjectNode of(
      String table,
      long rows,
      IngestionProgress progress,
      long requests,
      Duration elapsed,
      Optional<SourcePage> page) {
    ObjectNode ingestion = Json.object().put("table_name", table).put("rows_count", rows);
    ObjectNode extras = ingestion.putObject("extras");
    extras.put("requests", requests);
    extras.put("unchanged_answers", progress.unchangedAnswers());
    extras.put("pages", progress.pages());
    extras.put("fetched", progress.fetched());
    extras.put("inserted", progress.counts().inserted());
    extras.put("updated", progress.counts().updated());
    extras.put(
        "unchanged",
        progress.written() - progress.counts().inserted() - progress.counts().updated());
    extras.put("staged", progress.staged());
    extras.put("skipped", progress.skipped());
    extras.put("parked", progress.parked());
    extras.put("bytes", progress.bytes());
    extras.put("seconds", elapsed.toMillis() / 1000.0);
    page.ifPresent(
        last ->
            extras
                .put("current_page_link", last.address().toString())
                .put("next_page_link", last.next().map(Object::toString).orElse(null)));
    return ingestion;
  }
}
