package io.snowpull.local.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Just enough of Snowflake's protocol that a session opens and each query answers one number. */
final class FakeAccount implements AutoCloseable {
  private static final String LOGIN =
      """
      {"data":{"token":"t","masterToken":"m","validityInSeconds":3600,
      "masterValidityInSeconds":14400,"sessionId":1,"serverVersion":"10","parameters":[
      {"name":"SNOWPARK_LAZY_ANALYSIS","value":true},
      {"name":"SNOWPARK_USE_SCOPED_TEMP_OBJECTS","value":true},
      {"name":"SNOWPARK_HIDE_INTERNAL_ALIAS","value":true},
      {"name":"SNOWPARK_REQUEST_TIMEOUT_IN_SECONDS","value":86400},
      {"name":"AUTOCOMMIT","value":true},
      {"name":"CLIENT_TELEMETRY_ENABLED","value":false},{"name":"QUERY_TAG","value":""},{"name":"TIMEZONE","value":"Etc/UTC"}],
      "sessionInfo":{"databaseName":"D","schemaName":"S","warehouseName":"W","roleName":"R"}},
      "code":null,"message":null,"success":true}""";
  private static final String ANSWER =
      """
      {"data":{"parameters":[],"rowtype":[{"name":"N","database":"","schema":"","table":"",
      "nullable":true,"type":"fixed","precision":38,"scale":0,"length":null,"byteLength":null}],
      "rowset":[["42"]],"total":1,"returned":1,"queryId":"q","statementTypeId":4096,
      "queryResultFormat":"json","version":1,"numberOfBinds":0,"arrayBindSupported":false,
      "finalDatabaseName":"D","finalSchemaName":"S","finalWarehouseName":"W","finalRoleName":"R"},
      "code":null,"message":null,"success":true}""";

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeAccount() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Paths and bodies of what arrived. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (var in = exchange.getRequestBody();
        var body = zipped ? new GZIPInputStream(in) : in) {
      requests.add(
          exchange.getRequestURI().getPath()
              + " "
              + new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
    String path = exchange.getRequestURI().getPath();
    byte[] reply =
        (path.contains("login-request")
                ? LOGIN
                : path.contains("query-request") ? ANSWER : "{\"success\":true,\"data\":{}}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, reply.length);
    try (var out = exchange.getResponseBody()) {
      out.write(reply);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
