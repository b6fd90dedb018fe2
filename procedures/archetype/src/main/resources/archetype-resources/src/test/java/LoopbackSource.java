package ${package};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The API that the connector reads, with one collection, on this machine. */
final class LoopbackSource implements AutoCloseable {
  static final String TOKEN = "token-of-the-test";
  private static final String SINCE = "&changed_since=";

  private final HttpServer server;
  private final Map<Integer, Instant> items = new ConcurrentSkipListMap<>();

  LoopbackSource() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String hostPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return "http://" + hostPort();
  }

  /** As somebody adds or changes an item now. */
  void change(int id) {
    items.put(id, Instant.now());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(authorization)) {
      answer(exchange, 401, "{}");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/collections/books" -> answer(exchange, 200, "{\"id\":1,\"name\":\"books\"}");
      case "/collections/1/items" -> answer(exchange, 200, page(exchange.getRequestURI().getQuery()));
      default -> answer(exchange, 404, "{}");
    }
  }

  private String page(String query) {
    int at = query.indexOf(SINCE);
    Instant since = at < 0 ? Instant.EPOCH : Instant.parse(query.substring(at + SINCE.length()));
    return items.entrySet().stream()
        .filter(item -> !item.getValue().isBefore(since))
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .map(
            item ->
                "{\"id\":%d,\"name\":\"Item %d\",\"changed_at\":\"%s\"}"
                    .formatted(item.getKey(), item.getKey(), item.getValue()))
        .collect(Collectors.joining(",", "[", "]"));
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
