package io.snowpull.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * A server in a process of its own that speaks Snowflake's client protocol.
 *
 * @param firstAnswerMillis from the start of the process to the answer of the first query
 */
record Server(String name, Process process, String url, Properties login, double firstAnswerMillis)
    implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  /** The local account, started as {@code ./snowpull} starts it. */
  static Server local(Path data) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.net.httpserver.nodelay=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                AccountProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = process.inputReader();
    String url = lines.readLine();
    Properties login = new Properties();
    login.setProperty("user", lines.readLine());
    login.setProperty("password", lines.readLine());
    return answering("snowpull", process, url, login, start);
  }

  /** The open peer: Python, sqlglot and DuckDB. */
  static Server fakesnow(Path program, Path log) throws Exception {
    int port = freePort();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(program.toString(), "-s", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Properties login = new Properties();
    login.setProperty("user", "fake");
    login.setProperty("password", "snow");
    login.setProperty("account", "fakesnow");
    login.setProperty("ssl", "off");
    return answering(
        "fakesnow", process, "jdbc:snowflake://http://127.0.0.1:" + port + "/", login, start);
  }

  private static Server answering(
      String name, Process process, String url, Properties login, long start) throws Exception {
    while (true) {
      try (Connection connection = DriverManager.getConnection(url, login)) {
        connection.createStatement().executeQuery("SELECT 1").next();
        return new Server(name, process, url, login, (System.nanoTime() - start) / 1e6);
      } catch (SQLException e) {
        boolean late = (System.nanoTime() - start) / 1_000_000 > PATIENCE_MILLIS;
        if (late || !process.isAlive()) {
          process.destroyForcibly();
          throw e;
        }
      }
    }
  }

  boolean isOurs() {
    return name.equals("snowpull");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, login);
  }

  /** In megabytes; 0 where the system does not tell. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(status);
    return lines.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
