package io.snowpull.local.engine.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.account.LocalAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Speaks the protocol without a driver, so that nothing is retried or hidden. */
final class RawClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Also a slow query is answered in the meantime: no answer at all means that it hangs. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  RawClient(LocalAccount account) throws IOException, InterruptedException {
    this.address = "http://127.0.0.1:" + account.port();
    ObjectNode login = JSON.createObjectNode();
    login.putObject("data").put("LOGIN_NAME", account.user()).put("PASSWORD", account.password());
    this.token =
        json(post("/session/v1/login-request", JSON.writeValueAsBytes(login), ""))
            .path("data")
            .path("token")
            .asText();
  }

  /** Runs a statement; the whole answer. */
  HttpResponse<String> query(String sql) throws IOException, InterruptedException {
    return query(JSON.createObjectNode().put("sqlText", sql));
  }

  /** Sends a whole request for a statement; the whole answer. */
  HttpResponse<String> query(ObjectNode request) throws IOException, InterruptedException {
    return post(
        "/queries/v1/query-request?requestId=" + UUID.randomUUID(),
        JSON.writeValueAsBytes(request),
        token);
  }

  HttpResponse<String> post(String path, byte[] body, String withToken)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Snowflake Token=\"" + withToken + "\"")
            .timeout(LONGEST)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  String token() {
    return token;
  }
}
