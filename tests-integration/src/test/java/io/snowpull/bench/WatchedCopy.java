package io.snowpull.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the checkout's sources, watched by {@code up --watch} in a process of its own. */
public final class WatchedCopy implements AutoCloseable {
  private static final List<String> PARTS =
      List.of(
          "procedures/runtime/src/main",
          "procedures/github/src/main",
          "procedures/github/target/snowpull-github-app.jar",
          "procedures/github/target/sbom.cdx.json",
          "sqlgen/ddl/src/main",
          "sqlgen/processor/src/main",
          "sqlgen/processor/target/classes",
          "sqlgen/processor/target/classpath.txt",
          "ui/app",
          "packaging/src/main/app",
          "packaging/target/sf_build",
          "local/worker/target/classes",
          "local/worker/target/classpath.txt",
          "local/cli/target/classpath.txt");

  private final Path root;
  private final Path said;
  private final Process process;

  private WatchedCopy(Path root, Path said, Process process) {
    this.root = root;
    this.said = said;
    this.process = process;
  }

  /** Copies the checkout, and returns when the copy is watched. */
  public static WatchedCopy start(Path checkout, Path folder) throws IOException {
    Path root = folder.resolve("checkout");
    for (String part : PARTS) {
      copy(checkout.resolve(part), root.resolve(part));
    }
    Path said = folder.resolve("up.err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Djava.util.logging.config.file=/dev/null",
                "-Dsnowpull.root=" + root,
                "-cp",
                classPath(checkout),
                "io.snowpull.cli.Main",
                "up",
                "--watch",
                "--no-ui",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())
            .redirectOutput(folder.resolve("up.out").toFile())
            .redirectError(said.toFile())
            .start();
    WatchedCopy copy = new WatchedCopy(root, said, process);
    copy.await("Watching ", 1);
    return copy;
  }

  /** That of {@code ./snowpull}: with a processor on it, that one would run, not the copy's. */
  private static String classPath(Path checkout) throws IOException {
    return checkout.resolve("local/cli/target/classes")
        + File.pathSeparator
        + Files.readString(checkout.resolve("local/cli/target/classpath.txt")).strip();
  }

  /** Changes a file as an editor does: all of it is written. */
  public void edit(String file, String before, String after) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(before)) {
      throw new IllegalArgumentException(file + " has no '" + before + "'");
    }
    Files.writeString(root.resolve(file), text.replace(before, after));
  }

  public Path file(String path) {
    return root.resolve(path);
  }

  /** Waits until the process has said a text so often; answers all it said. */
  public String await(String text, int times) throws IOException {
    while (true) {
      String all = Files.readString(said);
      if (all.split(Pattern.quote(text), -1).length > times) {
        return all;
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("up --watch ended: " + all);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while it waited for '" + text + "': " + all);
      }
      Thread.onSpinWait();
    }
  }

  public Connection connect() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:snowflake://http://127.0.0.1:" + connection("port") + "/?account=local",
        connection("user"),
        connection("password"));
  }

  /** What the connector says to a configuration without keys. */
  public static String refusal(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "CALL GITHUB_CONNECTOR.PUBLIC.PROVISION_CONNECTOR(PARSE_JSON('{}'))")) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String connection(String key) throws IOException {
    return Files.readAllLines(root.resolveSibling("data").resolve("connections.toml")).stream()
        .filter(line -> line.startsWith(key + " = "))
        .findFirst()
        .orElseThrow()
        .substring(key.length() + 3)
        .replace("\"", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.copy(file, target);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
