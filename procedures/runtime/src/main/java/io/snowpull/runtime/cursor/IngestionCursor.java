package io.snowpull.runtime.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a resource has been read: every change before it is in the table.
 *
 * @param walkedTo changes at or after this are still to be read, while a walk is under way; empty
 *     when nothing has been read
 * @param poll the question to ask again once the end was reached; empty before
 * @param notBefore the source is to be left alone until then; empty for no wait
 */
public record IngestionCursor(
    Optional<Instant> walkedTo, Optional<Poll> poll, Optional<Instant> notBefore) {
  public static final IngestionCursor START =
      new IngestionCursor(Optional.empty(), Optional.empty(), Optional.empty());

  public static IngestionCursor walking(Optional<Instant> walkedTo) {
    return new IngestionCursor(walkedTo, Optional.empty(), Optional.empty());
  }

  public static IngestionCursor complete(Poll poll) {
    return new IngestionCursor(poll.since(), Optional.of(poll), Optional.empty());
  }

  public IngestionCursor waitingUntil(Instant instant) {
    return new IngestionCursor(walkedTo, poll, Optional.of(instant));
  }

  public IngestionCursor withoutWait() {
    return new IngestionCursor(walkedTo, poll, Optional.empty());
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("walked_to", text(walkedTo));
    json.put("not_before", text(notBefore));
    poll.ifPresent(
        end ->
            json.putObject("poll")
                .put("since", text(end.since()))
                .put("validator", end.validator().orElse(null))
                .put("credential", end.credential()));
    return json;
  }

  static IngestionCursor of(JsonNode json) {
    JsonNode end = json.path("poll");
    Optional<Poll> poll =
        end.isObject()
            ? Optional.of(
                new Poll(
                    instant(end, "since"),
                    Optional.ofNullable(end.path("validator").textValue()),
                    end.path("credential").asText()))
            : Optional.empty();
    return new IngestionCursor(instant(json, "walked_to"), poll, instant(json, "not_before"));
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    return Optional.ofNullable(json.path(key).textValue()).map(Instant::parse);
  }
}
