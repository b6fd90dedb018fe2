package io.snowpull.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The Streamlit page, as a child process that ends with this one. */
final class PageProcess implements AutoCloseable {
  private final Process process;

  private PageProcess(Process process) {
    this.process = process;
  }

  /** What the page prints goes to standard error. */
  static PageProcess start(Path root, Path connectionsFile, int port) throws IOException {
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
    builder.directory(root.toFile());
    Path log = Files.createDirectories(connectionsFile.getParent()).resolve("page.log");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new PageProcess(builder.start());
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
