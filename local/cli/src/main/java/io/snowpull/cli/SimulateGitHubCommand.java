package io.snowpull.cli;

import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code snowpull simulate-github}: the simulator alone, until Ctrl-C. */
@Command(
    name = "simulate-github",
    mixinStandardHelpOptions = true,
    description = "Serves GitHub's issues API on this machine, from a file or from a seed.")
final class SimulateGitHubCommand implements Callable<Integer> {
  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  @Nullable Issues issues;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      defaultValue = "example/project",
      description = "The repository that has the issues (default: ${DEFAULT-VALUE}).")
  String repository = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8086",
      description = "Port on 127.0.0.1; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--live",
      paramLabel = "S",
      description =
          "Issues are opened, edited, closed, relabelled, deleted and transferred between requests,"
              + " as the seed S decides.")
  @Nullable Long live;

  /** From a file or generated. */
  static final class Issues {
    @Option(
        names = "--issues",
        paramLabel = "FILE.ndjson",
        required = true,
        description = "One issue object a line.")
    @Nullable Path file;

    @ArgGroup(exclusive = false, multiplicity = "1")
    @Nullable Generated generated;
  }

  /** How many, from which seed. */
  static final class Generated {
    @Option(
        names = "--count",
        paramLabel = "N",
        required = true,
        description = "Generates so many issues.")
    int count;

    @Option(
        names = "--seed",
        paramLabel = "S",
        defaultValue = "1",
        description = "The same seed gives the same issues (default: ${DEFAULT-VALUE}).")
    long seed;
  }

  SimulateGitHubCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Shutdown shutdown = Shutdown.ofThisThread();
        GitHubSimulator simulator =
            GitHubSimulator.start(SimulatorConfig.standard().withPort(port))) {
      SimulatedRepository served = simulator.addRepository(repository, source());
      if (live != null) {
        simulator.live(served.fullName(), live);
      }
      terminal.print(simulator.baseUrl() + "/repos/" + served.fullName() + "/issues");
      terminal.say(
          "Serving "
              + served.size()
              + " issues of "
              + served.fullName()
              + " (also /repositories/"
              + served.id()
              + "). Any token is accepted. Ctrl-C stops.");
      shutdown.await();
    }
    return 0;
  }

  private IssueSource source() {
    Issues chosen = issues;
    if (chosen != null && chosen.file != null) {
      return IssueSource.file(chosen.file);
    }
    if (chosen != null && chosen.generated != null) {
      return IssueSource.generated(chosen.generated.count, chosen.generated.seed);
    }
    throw new CommandException("give --issues FILE, or --count N and --seed S");
  }
}
