package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What goes back to the client. */
record Response(int status, byte[] body, boolean compressed, String contentType) {

  private static final String JSON_TYPE = "application/json";

  /**
   * As from cloud storage: a chunk of JSON rows is no JSON document, and Node's driver parses
   * those.
   */
  private static final String CHUNK_TYPE = "application/octet-stream";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A chunk of a result. */
  static Response chunk(ResultChunks.Chunk chunk) {
    return new Response(200, chunk.body(), chunk.compressed(), CHUNK_TYPE);
  }

  static Response notFound() {
    return new Response(404, new byte[0], false, CHUNK_TYPE);
  }

  /** Writes the {@code data} object of a successful response. */
  interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  /** A success whose {@code data} is written by the caller; code is null for the plain case. */
  static Response success(@Nullable String code, @Nullable String message, Data data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeFieldName("data");
      data.write(json);
      json.writeStringField("code", code);
      json.writeStringField("message", message);
      json.writeBooleanField("success", true);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Response(200, bytes.toByteArray(), false, JSON_TYPE);
  }

  static Response success(@Nullable JsonNode data) {
    return success(null, null, json -> JSON.writeTree(json, orNull(data)));
  }

  /**
   * A failure in the shape that drivers turn into their exception; HTTP 200, or they would retry.
   */
  static Response failure(SnowflakeException error, @Nullable String queryId) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("internalError", false);
    data.put("errorCode", error.code());
    data.put("age", 0);
    data.put("sqlState", error.sqlState());
    data.put("queryId", queryId);
    data.put("line", -1);
    data.put("pos", -1);
    data.put("type", "COMPILATION");
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("data", data);
    root.put("code", error.code());
    root.put("message", error.message());
    root.put("success", false);
    return json(200, root);
  }

  static Response json(int status, JsonNode root) {
    try {
      return new Response(status, JSON.writeValueAsBytes(root), false, JSON_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? JsonNodeFactory.instance.nullNode() : node;
  }
}
