package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client, read and parsed.
 *
 * @param body the JSON document; an empty object when the request has none
 * @param token what the client sent as {@code Authorization: Snowflake Token="..."}; null if
 *     nothing
 * @param origin scheme, host and port under which the client reached the server
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    JsonNode body,
    @Nullable String token,
    boolean acceptsGzip,
    String origin) {

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }
}
