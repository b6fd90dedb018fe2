package io.snowpull.bench;

import io.snowpull.integration.LocalConnector;
import io.snowpull.simulator.Counters;
import io.snowpull.simulator.GitHubSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the peers, each in a process of its own.
 *
 * @param environments has the Python environments .venv-bench-dlt, -tap-github and -airbyte
 * @param scripts has a Python script for each of those
 */
record Peers(Path environments, Path scripts) {
  private static final int LONGEST_ERROR = 160;

  /** 100,000 issues, one page after the other at 600 ms, take some 15. */
  private static final int MOST_MINUTES = 60;

  /** What can be compared, in the order of the table. */
  enum Peer {
    HUB4J("hub4j github-api, ids in memory"),
    DLT("dlt REST source, into DuckDB"),
    TAP_GITHUB("meltanolabs-tap-github, into a file"),
    AIRBYTE("airbyte-source-github, into a file");

    private final String shown;

    /**
     * The peers of a list separated by commas.
     *
     * @param names their names in lower case, such as tap-github; all, or none
     */
    static List<Peer> parse(String names) {
      if (names.equals("all")) {
        return List.of(values());
      }
      if (names.equals("none")) {
        return List.of();
      }
      return Arrays.stream(names.split(",")).map(Peer::named).toList();
    }

    private static Peer named(String name) {
      return Arrays.stream(values())
          .filter(peer -> peer.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no peer is called '"
                          + name
                          + "'; take all, none, or some of hub4j, dlt, tap-github, airbyte"));
    }

    Peer(String shown) {
      this.shown = shown;
    }
  }

  /** One that cannot be run gives a row with its error: the others are measured all the same. */
  LoadResult load(Peer peer, GitHubSimulator gitHub, String repository, Path folder)
      throws InterruptedException {
    try {
      return run(peer, gitHub, repository, folder);
    } catch (IOException | NumberFormatException e) {
      return LoadResult.failed(peer.shown, String.valueOf(e.getMessage()));
    }
  }

  private LoadResult run(Peer peer, GitHubSimulator gitHub, String repository, Path folder)
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
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return LoadResult.failed(peer.shown, "not at its end after " + MOST_MINUTES + " minutes");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      return LoadResult.failed(peer.shown, "exit " + process.exitValue() + ", " + lastLine(errors));
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
