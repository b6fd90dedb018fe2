package io.snowpull.cli;

import io.snowpull.packaging.deploy.GitHubAccess;
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The bundled simulator, filled and guarded by a token of its own. */
final class SimulatedGitHub implements AutoCloseable {
  private static final int GENERATED_ISSUES = 500;
  private static final int ANONYMOUS_LIMIT = 60;
  private static final int HOURLY_LIMIT = 5_000;

  private final GitHubSimulator simulator;
  private final String token;

  private SimulatedGitHub(GitHubSimulator simulator, String token) {
    this.simulator = simulator;
    this.token = token;
  }

  /**
   * @param port preferred; when it is taken, a free one. Tasks that wake up before the next
   *     provisioning then still find the simulator where it was.
   */
  static SimulatedGitHub start(IssueOrigin origin, int port) throws IOException {
    String token = "simulated-" + UUID.randomUUID();
    SimulatorConfig config =
        SimulatorConfig.standard()
            .withTokens(Set.of(token))
            .withLimits(HOURLY_LIMIT, ANONYMOUS_LIMIT);
    GitHubSimulator simulator = listen(config, port);
    try {
      fill(simulator, origin);
    } catch (IOException | RuntimeException e) {
      simulator.close();
      throw e;
    }
    return new SimulatedGitHub(simulator, token);
  }

  URI baseUrl() {
    return URI.create(simulator.baseUrl());
  }

  GitHubAccess access() {
    return new GitHubAccess(List.of(baseUrl().getAuthority()), token);
  }

  @Override
  public void close() {
    simulator.close();
  }

  private static GitHubSimulator listen(SimulatorConfig config, int port) throws IOException {
    try {
      return GitHubSimulator.start(config.withPort(port));
    } catch (BindException e) {
      return GitHubSimulator.start(config.withPort(0));
    }
  }

  private static void fill(GitHubSimulator simulator, IssueOrigin origin) throws IOException {
    IssueSource source =
        origin instanceof IssueOrigin.Recorded recorded
            ? IssueSource.file(recorded.file())
            : IssueSource.generated(GENERATED_ISSUES, 1);
    for (String repository : origin.repositories()) {
      simulator.addRepository(repository, source);
    }
  }
}
