package io.snowpull.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Streamlit page, as a child process that ends with this one. */
final class PageProcess implements AutoCloseable {
  private static final int PROBE_MILLIS = 250;

  private final Process process;
  private final int port;
  private final Path log;

  private PageProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** What the page prints goes to a file beside the connection file. */
  static PageProcess start(Path root, Path connectionsFile, int port, @Nullable Path files)
      throws IOException {
    Path script = root.resolve("ui").resolve("start");
    if (!Files.isExecutable(script)) {
      throw new CommandException(script + " is missing, so there is no page: give --no-ui");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            script.toString(),
            "--connections-file",
            connectionsFile.toString(),
            "--connection",
            "local",
            "--application",
            Connector.APPLICATION,
            "--port",
            Integer.toString(port));
    if (files != null) {
      builder.command().addAll(List.of("--page", files.toString()));
    }
    builder.directory(root.toFile());
    Path log = Files.createDirectories(connectionsFile.getParent()).resolve("page.log");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new PageProcess(builder.start(), port, log);
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns when the page answers; its first start installs the Python packages. */
  void awaitAnswer() throws InterruptedException {
    while (!answers()) {
      if (process.waitFor(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new CommandException(
            "the page ended with status " + process.exitValue() + "; it said why in " + log);
      }
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
