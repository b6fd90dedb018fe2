package io.snowpull.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it is compressed and written. */
record Response(int status, Map<String, String> headers, byte[] body) {

  static Response ok(byte[] json) {
    return new Response(200, Map.of(), json);
  }

  static Response ok(JsonNode json) {
    return ok(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
