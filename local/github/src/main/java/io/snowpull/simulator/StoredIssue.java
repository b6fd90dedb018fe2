package io.snowpull.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One issue: its JSON exactly as it is served, and the few fields that queries need. */
record StoredIssue(
    long id,
    int number,
    boolean open,
    Instant created,
    Instant updated,
    int comments,
    byte[] json) {

  /** Reads the fields that queries need. {@code json} is served as it is. */
  static StoredIssue of(JsonNode issue, byte[] json) {
    return new StoredIssue(
        required(issue, "id").asLong(),
        required(issue, "number").asInt(),
        "open".equals(required(issue, "state").asText()),
        Instant.parse(required(issue, "created_at").asText()),
        Instant.parse(required(issue, "updated_at").asText()),
        issue.path("comments").asInt(),
        json);
  }

  static StoredIssue of(JsonNode issue) {
    return of(issue, issue.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode required(JsonNode issue, String field) {
    JsonNode value = issue.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("an issue has no '" + field + "': " + clipped(issue));
    }
    return value;
  }

  private static String clipped(JsonNode issue) {
    String text = issue.toString();
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
