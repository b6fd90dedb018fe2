package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads requests, whole and within limits. */
final class RequestReader {

  /** Far above what array binds of the drivers need, and far below what would hurt. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final Pattern TOKEN = Pattern.compile("Snowflake Token=\"([^\"]*)\"");

  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(MOST_BYTES)
                      .maxNestingDepth(200)
                      .build())
              .build());

  Request read(HttpExchange exchange, String origin) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        body(exchange),
        token(exchange.getRequestHeaders().getFirst("Authorization")),
        String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip"),
        origin);
  }

  private JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = limited(exchange.getRequestBody());
    if ("gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      bytes = unzipped(bytes);
    }
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode node = json.readTree(bytes);
      return node == null || !node.isObject() ? JsonNodeFactory.instance.objectNode() : node;
    } catch (JsonProcessingException e) {
      throw new SnowflakeException("390103", "08001", "The body of the request is not JSON.");
    }
  }

  private static byte[] unzipped(byte[] bytes) {
    try (InputStream unzipped = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
      return limited(unzipped);
    } catch (IOException e) {
      throw new SnowflakeException("390103", "08001", "The body of the request is not gzip.");
    }
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new SnowflakeException(
          "390189", "54000", "The request is larger than " + MOST_BYTES + " bytes.");
    }
    return bytes;
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static @Nullable String token(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher matcher = TOKEN.matcher(header);
    return matcher.find() ? matcher.group(1) : null;
  }
}
