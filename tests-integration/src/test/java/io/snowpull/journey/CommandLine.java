package io.snowpull.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code ./snowpull} in processes of its own, on one data directory. */
final class CommandLine {
  private static final File NOTHING = new File("/dev/null");

  private final Path root;
  private final Path data;

  CommandLine(Path data) {
    this.root = root();
    this.data = data;
  }

  record Outcome(int status, String out, String err) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }

    /** For assertion messages. */
    @Override
    public String toString() {
      return "status " + status + "\n" + out + "\n" + err;
    }
  }

  /** {@code up --once} for one repository from a file, as JSON. */
  Outcome upOnce(String repository, Path issues) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(up(repository, issues));
    arguments.add("--once");
    return run(arguments);
  }

  /** {@code up} that stays; its output goes to files beside the data. */
  Process startUp(String repository, Path issues) throws IOException {
    return process(up(repository, issues)).start();
  }

  Outcome csv(String sql) throws IOException, InterruptedException {
    return run(List.of("sql", "--data", data.toString(), "--format", "csv", sql));
  }

  private List<String> up(String repository, Path issues) {
    return List.of(
        "up",
        "--repo",
        repository,
        "--issues",
        issues.toString(),
        "--json",
        "--no-ui",
        "--port",
        "0",
        "--data",
        data.toString());
  }

  /** Any command, on the data directory, with these variables set. */
  Outcome run(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--data", data.toString()));
    ProcessBuilder process = process(all);
    process.environment().putAll(variables);
    return outcome(process);
  }

  private Outcome run(List<String> arguments) throws IOException, InterruptedException {
    return outcome(process(arguments));
  }

  private Outcome outcome(ProcessBuilder process) throws IOException, InterruptedException {
    int status = process.redirectInput(ProcessBuilder.Redirect.from(NOTHING)).start().waitFor();
    return new Outcome(status, Files.readString(out()), Files.readString(err()));
  }

  private ProcessBuilder process(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("snowpull").toString());
    command.addAll(arguments);
    Files.createDirectories(data);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("GITHUB_TOKEN");
    return builder.redirectOutput(out().toFile()).redirectError(err().toFile());
  }

  private Path out() {
    return data.resolve("test.out");
  }

  private Path err() {
    return data.resolve("test.err");
  }

  /** A value of the connection file that the account wrote. */
  String connection(String key) throws IOException {
    for (String line :
        Files.readAllLines(data.resolve("connections.toml"), StandardCharsets.UTF_8)) {
      if (line.startsWith(key + " = ")) {
        return line.substring(key.length() + 3).replace("\"", "");
      }
    }
    throw new IOException("connections.toml has no " + key);
  }

  boolean isUp() {
    return Files.exists(data.resolve("connections.toml"));
  }

  private static Path root() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isExecutable(up.resolve("snowpull"))) {
        return up;
      }
    }
    throw new IllegalStateException("no ./snowpull above the working directory");
  }
}
