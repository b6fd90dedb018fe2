package io.snowpull.bench;

import io.snowpull.integration.LocalConnector;
import io.snowpull.simulator.Counters;
import io.snowpull.simulator.GitHubSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the peers, each in a process of its own.
 *
 * @param environments has the Python environments .venv-bench-dlt, -tap-github and -airbyte
 * @param scripts has a Python script for each of those
 */
record Peers(Path environments, Path scripts) {
  private static final int LONGEST_ERROR = 160;

  /** What can be compared, in the order of the table. */
  enum Peer {
    HUB4J("hub4j github-api, ids in memory"),
    DLT("dlt REST source, into DuckDB"),
    TAP_GITHUB("meltanolabs-tap-github, into a file"),
    AIRBYTE("airbyte-source-github, into a file");

    private final String shown;

    Peer(String shown) {
      this.shown = shown;
    }
  }

  LoadResult load(Peer peer, GitHubSimulator gitHub, String repository, Path folder)
      throws IOException, InterruptedException {
    Path work = Files.createDirectory(folder.resolve(peer.name()));
    List<String> command = command(peer, gitHub.baseUrl(), repository, work);
    if (!Files.isExecutable(Path.of(command.get(0)))) {
      return LoadResult.failed(peer.shown, "its environment is not installed");
    }
    Path output = work.resolve("output");
    Path errors = work.resolve("errors");
    Counters before = gitHub.counters();
    long start = System.nanoTime();
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      return LoadResult.failed(peer.shown, "exit " + exit + ", " + lastLine(errors));
    }
    return LoadResult.of(peer.shown, seconds, before, gitHub.counters(), rows(output));
  }

  private List<String> command(Peer peer, String baseUrl, String repository, Path work) {
    String folder = work.toString();
    return switch (peer) {
      case HUB4J ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Hub4jReader.class.getName(),
              baseUrl,
              repository,
              LocalConnector.TOKEN);
      case DLT -> python("dlt", "dlt_issues.py", baseUrl, repository, folder, LocalConnector.TOKEN);
      case TAP_GITHUB -> python("tap-github", "tap_github_issues.py", baseUrl, repository, folder);
      case AIRBYTE ->
          python("airbyte", "airbyte_issues.py", baseUrl, repository, folder, LocalConnector.TOKEN);
    };
  }

  private List<String> python(String environment, String script, String... arguments) {
    Path program = environments.resolve(".venv-bench-" + environment).resolve("bin/python");
    return Stream.concat(
            Stream.of(program.toString(), scripts.resolve(script).toString()), Stream.of(arguments))
        .toList();
  }

  /** The last line that a peer prints is the number of different issues it has. */
  private static long rows(Path output) throws IOException {
    return Long.parseLong(lastLine(output));
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String last = lines.isEmpty() ? "no message" : lines.get(lines.size() - 1).strip();
    return last.substring(0, Math.min(LONGEST_ERROR, last.length())).replace("|", "/");
  }
}
