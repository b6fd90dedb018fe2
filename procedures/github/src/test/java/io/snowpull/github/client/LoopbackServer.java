package io.snowpull.github.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.HttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** A real HTTP server on loopback that gives canned answers and remembers the requests. */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Map<String, String>> requests =
      Collections.synchronizedList(new ArrayList<>());

  private record Answer(int status, byte[] body, Map<String, String> headers) {}

  public LoopbackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public GitHubClient client(HttpTransport transport) {
    return new GitHubClient(
        BaseUrl.of(url(), ""),
        Credentials.parse("t0ken", java.time.InstantSource.system()),
        transport,
        java.time.InstantSource.system());
  }

  /** Answers the path and query from now on; headers in pairs, {@code {url}} is this server. */
  public LoopbackServer on(String pathAndQuery, int status, String body, String... headers) {
    return on(pathAndQuery, status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  LoopbackServer on(String pathAndQuery, int status, byte[] body, String... headers) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1].replace("{url}", url()));
    }
    answers.put(pathAndQuery, new Answer(status, body, map));
    return this;
  }

  /** Headers of the requests so far, names in lower case, the target as {@code :path}. */
  public List<Map<String, String>> requests() {
    return List.copyOf(requests);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> seen = new LinkedHashMap<>();
      seen.put(":path", exchange.getRequestURI().toString());
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      requests.add(seen);
      Answer answer = answers.get(exchange.getRequestURI().toString());
      if (answer == null) {
        answer =
            new Answer(
                404, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8), Map.of());
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
