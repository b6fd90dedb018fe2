package io.snowpull.local.engine.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Snowflake's client protocol on 127.0.0.1; every failure is an answer, never a broken request. */
public final class ProtocolServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProtocolServer.class);
  private static final int BACKLOG = 256;

  private final HttpServer http;
  private final RequestReader reader;
  private final Router router;
  private final Set<String> hosts;

  private ProtocolServer(HttpServer http, Router router) {
    this.http = http;
    this.router = router;
    int port = http.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    this.reader = new RequestReader();
  }

  /**
   * Binds the port and answers from then on; port 0 takes any free one.
   *
   * @throws IOException if the port is taken
   */
  public static ProtocolServer start(int port, ProtocolServices services, ExecutorService threads)
      throws IOException {
    // Read once by the JDK when its server is first used; without it each answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
    ProtocolServer server = new ProtocolServer(http, new Router(services));
    http.createContext("/", server::handle);
    http.setExecutor(threads);
    http.start();
    return server;
  }

  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      if (response.compressed()) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(
          response.status(), response.body().length == 0 ? -1 : response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    try {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !hosts.contains(host)) {
        // A page in a browser could reach the port under a name of its own (DNS rebinding).
        return Response.failure(
            new SnowflakeException(
                "990003",
                "08001",
                "The Host header must be 127.0.0.1 or localhost with the port, not '"
                    + host
                    + "'."),
            null);
      }
      return router.answer(reader.read(exchange, "http://" + host));
    } catch (SnowflakeException e) {
      return Response.failure(e, null);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
      return Response.failure(SnowflakeException.internal("the request failed", e), null);
    }
  }
}
