package io.snowpull.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.SourcePage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonApiTest {
  private HttpServer server;
  private String url;
  private final List<String> tokens = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Answers every request, with one header where there is one. */
  private void answer(int status, String header, String value, String body) {
    server.createContext(
        "/",
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Token")));
          if (!header.isEmpty()) {
            exchange.getResponseHeaders().add(header, value);
          }
          send(exchange, status, body);
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonApi api() {
    return JsonApi.of(BaseUrl.of(url, ""), ApiToken.of("X-Token", "T ", " s3cret\n"));
  }

  @Test
  void readsAPageWithTheToken() {
    answer(
        200,
        "Link",
        "<" + url + "/rows?page=2>; rel=\"next\"",
        "[{\"key\": 7, \"changed\": \"2026-01-02T03:04:05.678Z\"}, {\"key\": \"x\"}]");
    SourcePage page = api().get("/rows").page(new PageReader("key", "changed"));
    assertEquals(List.of("T s3cret"), tokens);
    assertEquals(7, page.records().get(0).id());
    assertEquals(Instant.parse("2026-01-02T03:04:05Z"), page.records().get(0).updatedAt());
    assertEquals(
        "It has no key, or one that is no whole number.", page.unreadable().get(0).reason());
    assertEquals(Optional.of(URI.create(url + "/rows?page=2")), page.next());
  }

  @Test
  void readsADocument() {
    answer(200, "", "", "{\"id\": 1}");
    assertEquals(1, api().get("/a").json().path("id").intValue());
    assertThrows(
        SourceException.class, () -> api().get("/a").page(new PageReader("id", "updated")));
  }

  @ParameterizedTest
  @CsvSource({
    "401, '', '', SOURCE_REFUSED, false, ''",
    "404, '', '', SOURCE_REFUSED, false, ''",
    "302, Location, http://elsewhere.example/, SOURCE_REFUSED, false, ''",
    "429, Retry-After, 7, SOURCE_BUSY, false, PT7S",
    "429, '', '', SOURCE_BUSY, false, PT1M",
    "503, Retry-After, 99999999, SOURCE_BUSY, false, PT24H",
    "429, Retry-After, soon, SOURCE_BUSY, false, PT1M",
    "503, '', '', SOURCE_FAILED, true, ''",
    "500, '', '', SOURCE_FAILED, true, ''",
  })
  void saysWhetherToAskAgain(
      int status, String header, String value, RuntimeError code, boolean passing, String pause) {
    answer(status, header, value, "");
    SourceException failure = assertThrows(SourceException.class, () -> api().get("/a?since=x"));
    assertEquals(code, failure.code());
    assertEquals(passing, failure.isPassing());
    assertEquals(
        pause.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(pause)),
        failure.retryAfter());
    assertTrue(failure.display().contains("/a answered " + status), failure.display());
    assertFalse(failure.display().contains("s3cret"));
  }

  @Test
  void theTokenGoesToTheSourceOnly() {
    answer(200, "", "", "[]");
    URI elsewhere = URI.create(url.replace("127.0.0.1", "localhost") + "/rows");
    SourceException failure = assertThrows(SourceException.class, () -> api().get(elsewhere));
    assertEquals(RuntimeError.SOURCE_REFUSED, failure.code());
    assertEquals(List.of(), tokens);
  }

  @Test
  void noAnswerIsPassing() {
    server.stop(0);
    SourceException failure = assertThrows(SourceException.class, () -> api().get("/a"));
    assertEquals(RuntimeError.SOURCE_UNREACHABLE, failure.code());
    assertTrue(failure.isPassing());
  }

  @ParameterizedTest
  @CsvSource({"''", "'a b'", "'a\nInjected: x'"})
  void refusesWhatIsNoToken(String secret) {
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> ApiToken.of("X-Token", "", secret));
    assertEquals(RuntimeError.SECRET_INVALID, failure.code());
    assertFalse(failure.display().contains("Injected"));
  }

  @Test
  void encodesOneStepOfAPath() {
    assertEquals("group%2Fsub%20group%3F%2B", JsonApi.encoded("group/sub group?+"));
  }
}
