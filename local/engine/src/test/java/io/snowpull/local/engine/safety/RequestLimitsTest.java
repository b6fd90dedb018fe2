package io.snowpull.local.engine.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no driver sends: each is refused with a code of its own, none is a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLimitsTest {

  private static final String QUERY = "/queries/v1/query-request";
  private static final int ABOVE_THE_LIMIT = 64 * 1024 * 1024 + 1;

  private RunningAccount account;
  private RawClient client;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    account = new RunningAccount(directory);
    client = new RawClient(account.account());
  }

  @AfterAll
  void stop() {
    account.close();
  }

  @Test
  void anotherNameOfTheHostIsRefused() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", account.account().port())) {
      String request = "GET /session/heartbeat HTTP/1.1\r\nHost: evil.example\r\n";
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("990003") && answer.contains("evil.example"), answer);
    }
  }

  @Test
  void aBodyThatUnpacksToTooMuchIsRefused() throws Exception {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(new byte[ABOVE_THE_LIMIT]);
    }
    assertEquals("390189", code(zipped(small.toByteArray())));
  }

  @Test
  void aBodyThatIsNotGzipIsRefused() throws Exception {
    assertEquals("390103", code(zipped("{}".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aBodyThatIsNotJsonIsRefused() throws Exception {
    byte[] body = {(byte) 0xff, 0, '{'};
    assertEquals("390103", code(client.post(QUERY, body, client.token())));
  }

  @Test
  void anUnknownTokenIsRefused() throws Exception {
    byte[] body = "{\"sqlText\":\"SELECT 1\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals("390104", code(client.post(QUERY, body, client.token() + "x")));
  }

  @Test
  void aChunkBeyondAllNumbersIsAnUnknownEndpoint() throws Exception {
    String path = "/result-chunks/00000000-0000-0000-0000-000000000000/json/99999999999999";
    assertEquals("990001", code(client.post(path, new byte[0], client.token())));
  }

  private HttpResponse<String> zipped(byte[] body) throws IOException, InterruptedException {
    String address = "http://127.0.0.1:" + account.account().port() + QUERY;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Encoding", "gzip")
                .header("Authorization", "Snowflake Token=\"" + client.token() + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> response) throws IOException {
    assertEquals(200, response.statusCode());
    return RawClient.json(response).path("code").asText();
  }
}
