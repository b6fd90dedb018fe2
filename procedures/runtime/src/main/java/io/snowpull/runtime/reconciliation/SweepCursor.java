package io.snowpull.runtime.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the list of a source has been compared.
 *
 * @param next where the list goes on; empty to begin anew
 * @param createdFrom rows created before it have been compared
 */
record SweepCursor(Optional<URI> next, Instant createdFrom) {
  /** Before any row, and within what Snowflake's timestamps hold. */
  static final SweepCursor START =
      new SweepCursor(Optional.empty(), Instant.parse("0001-01-01T00:00:00Z"));

  ObjectNode toJson() {
    return Json.object()
        .put("next", next.map(URI::toString).orElse(null))
        .put("created_from", createdFrom.toString());
  }

  static SweepCursor of(JsonNode json) {
    return new SweepCursor(
        Optional.ofNullable(json.path("next").textValue()).map(URI::create),
        Instant.parse(json.path("created_from").textValue()));
  }
}
