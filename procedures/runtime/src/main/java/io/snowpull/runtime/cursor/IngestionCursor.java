package io.snowpull.runtime.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a resource has been read: every change before it is in the table, but for the windows.
 *
 * @param walkedTo changes at or after this are still to be read, while a walk is under way; empty
 *     when nothing has been read
 * @param poll the question to ask again once the end was reached; empty before
 * @param notBefore the source is to be left alone until then; empty for no wait
 * @param windows stretches before {@code walkedTo} that a first load has not read yet
 */
public record IngestionCursor(
    Optional<Instant> walkedTo,
    Optional<Poll> poll,
    Optional<Instant> notBefore,
    List<TimeWindow> windows) {
  public static final IngestionCursor START = walking(Optional.empty());

  public IngestionCursor {
    windows = List.copyOf(windows);
  }

  public static IngestionCursor walking(Optional<Instant> walkedTo) {
    return new IngestionCursor(walkedTo, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * In the middle of a first load.
   *
   * @param catchUpFrom where the walk goes on once all windows have been read
   */
  public static IngestionCursor loading(Instant catchUpFrom, List<TimeWindow> windows) {
    return new IngestionCursor(
        Optional.of(catchUpFrom), Optional.empty(), Optional.empty(), windows);
  }

  public static IngestionCursor complete(Poll poll) {
    return new IngestionCursor(poll.since(), Optional.of(poll), Optional.empty(), List.of());
  }

  public IngestionCursor waitingUntil(Instant instant) {
    return new IngestionCursor(walkedTo, poll, Optional.of(instant), windows);
  }

  public IngestionCursor withoutWait() {
    return new IngestionCursor(walkedTo, poll, Optional.empty(), windows);
  }

  /** Whether nothing at all has been read. */
  public boolean isAtStart() {
    return walkedTo.isEmpty() && poll.isEmpty();
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("walked_to", text(walkedTo));
    json.put("not_before", text(notBefore));
    poll.ifPresent(
        end ->
            json.putObject("poll")
                .put("since", text(end.since()))
                .put("validator", end.validator().map(Validator::value).orElse(null))
                .put("credential", end.validator().map(Validator::credential).orElse("")));
    if (!windows.isEmpty()) {
      ArrayNode unread = json.putArray("windows");
      windows.forEach(
          window ->
              unread
                  .addObject()
                  .put("from", window.from().toString())
                  .put("to", window.to().toString()));
    }
    return json;
  }

  static IngestionCursor of(JsonNode json) {
    JsonNode end = json.path("poll");
    Optional<Poll> poll =
        end.isObject()
            ? Optional.of(
                new Poll(
                    instant(end, "since"),
                    Optional.ofNullable(end.path("validator").textValue())
                        .map(value -> new Validator(value, end.path("credential").asText()))))
            : Optional.empty();
    List<TimeWindow> windows = new ArrayList<>();
    for (JsonNode window : json.path("windows")) {
      windows.add(
          new TimeWindow(
              Instant.parse(window.path("from").asText()),
              Instant.parse(window.path("to").asText())));
    }
    return new IngestionCursor(
        instant(json, "walked_to"), poll, instant(json, "not_before"), windows);
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    return Optional.ofNullable(json.path(key).textValue()).map(Instant::parse);
  }
}
