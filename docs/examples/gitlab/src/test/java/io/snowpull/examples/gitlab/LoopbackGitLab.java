package io.snowpull.examples.gitlab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.snowpull.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One project with issues, served as GitLab documents it, three to a page. */
final class LoopbackGitLab implements AutoCloseable {
  static final String TOKEN = "glpat-example";
  private static final String PROJECT = "/api/v4/projects/7";
  private static final int PAGE = 3;

  private final HttpServer server;
  private final Map<Integer, Instant> issues = new ConcurrentSkipListMap<>();
  private boolean pauseAsked;

  LoopbackGitLab() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String hostPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return "http://" + hostPort() + "/api/v4";
  }

  void put(int id, String updatedAt) {
    issues.put(id, Instant.parse(updatedAt));
  }

  /** As somebody changes or opens an issue now. */
  void change(int id) {
    issues.put(id, Instant.now());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"))) {
      answer(exchange, 401, "{\"message\":\"401 Unauthorized\"}");
    } else if (path.equals("/api/v4/projects/group%2Fsub%2Fproject")) {
      answer(exchange, 200, "{\"id\":7,\"path_with_namespace\":\"group/sub/project\"}");
    } else if (!path.equals(PROJECT + "/issues")) {
      answer(exchange, 404, "{\"message\":\"404 Project Not Found\"}");
    } else if (!pauseAsked) {
      pauseAsked = true;
      exchange.getResponseHeaders().add("Retry-After", "0");
      answer(exchange, 429, "Retry later\n");
    } else {
      page(exchange);
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    Instant since = Instant.parse(query.getOrDefault("updated_after", "0000-01-01T00:00:00Z"));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    var found =
        issues.entrySet().stream()
            .filter(issue -> !issue.getValue().isBefore(since))
            .sorted(Comparator.comparing(Map.Entry::getValue))
            .toList();
    if (found.size() > page * PAGE) {
      query.put("page", Integer.toString(page + 1));
      String next =
          query.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining("&"));
      exchange
          .getResponseHeaders()
          .add("Link", "<http://" + hostPort() + PROJECT + "/issues?" + next + ">; rel=\"next\"");
    }
    answer(
        exchange,
        200,
        found.stream()
            .skip((page - 1L) * PAGE)
            .limit(PAGE)
            .map(issue -> issue(issue.getKey(), issue.getValue()))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static String issue(int id, Instant updatedAt) {
    return Json.write(
        Json.object()
            .put("id", id)
            .put("title", "Issue " + id)
            .put("state", "opened")
            .put("updated_at", updatedAt.toString())
            .set("author", Json.object().put("username", "ada")));
  }

  private static Map<String, String> query(String raw) {
    return Stream.of(raw.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (one, other) -> other,
                TreeMap::new));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
