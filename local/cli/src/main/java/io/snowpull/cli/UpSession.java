package io.snowpull.cli;

import io.snowpull.packaging.deploy.AccountSession;
import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import io.snowpull.packaging.deploy.GitHubAccess;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.Installer;
import io.snowpull.packaging.deploy.PackageNames;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that {@code up} keeps running, closed in the order opposite to its start. */
final class UpSession implements AutoCloseable {
  private static final String WAREHOUSE = "XS";

  private final Installation installation;
  private final UpOptions options;
  private final IssueOrigin origin;
  private final Clock clock;
  private final ApplicationModel application;
  private final InstallationNames names;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final @Nullable SimulatedGitHub simulator;
  private final RunningAccount account;

  private UpSession(Installation installation, UpOptions options, IssueOrigin origin, Clock clock)
      throws IOException {
    this.installation = installation;
    this.options = options;
    this.origin = origin;
    this.clock = clock;
    this.application = ApplicationModel.read(installation.packageFolder());
    this.names = InstallationNames.of(application, WAREHOUSE);
    Path data = options.data == null ? installation.dataDirectory() : options.data;
    this.account = RunningAccount.start(installation, data, options.port, clock);
    running.push(account);
    this.simulator = simulated();
  }

  static UpSession start(
      Installation installation, UpOptions options, IssueOrigin origin, Clock clock)
      throws IOException {
    return new UpSession(installation, options, origin, clock);
  }

  private @Nullable SimulatedGitHub simulated() throws IOException {
    if (origin instanceof IssueOrigin.GitHub) {
      return null;
    }
    try {
      int port = options.port == 0 ? 0 : account.port() + 1;
      SimulatedGitHub started = SimulatedGitHub.start(origin, port);
      running.push(started);
      return started;
    } catch (IOException | RuntimeException e) {
      account.close();
      throw e;
    }
  }

  Path dataDirectory() {
    return account.dataDirectory();
  }

  /** Deploys, installs, provisions, enables, and follows the first runs to their end. */
  UpReport ingest(Terminal terminal) throws SQLException, InterruptedException, IOException {
    try (Connection administrator = account.connect();
        Connection observer = account.connect()) {
      terminal.progress("Installing the application");
      install(new AccountSession(administrator, statement -> {}), installation.packageFolder());
      Connector connector = new Connector(administrator, names);
      connector.provision(apiBaseUrl());
      StateReader states = StateReader.of(observer);
      List<RepositoryOutcome> outcomes =
          new FirstIngestion(connector, states, terminal, clock).run(origin.repositories());
      terminal.progress("");
      return new UpReport(
          outcomes,
          account.jdbcUrl(),
          account.user(),
          account.password(),
          account.connectionsFile().toString());
    }
  }

  private DeployedVersion install(AccountSession session, Path folder) {
    ApplicationModel model = ApplicationModel.read(folder);
    Deployer deployer = new Deployer(session);
    DeployedVersion version = deployer.deploy(folder, PackageNames.of(model));
    deployer.release(version);
    new Installer(session, model, names).install(version, access());
    return version;
  }

  /** Brings the running application to what is in the folder. */
  DeployedVersion upgrade(Path folder) throws SQLException {
    try (Connection administrator = account.connect()) {
      return install(new AccountSession(administrator, statement -> {}), folder);
    }
  }

  private GitHubAccess access() {
    SimulatedGitHub simulated = simulator;
    if (simulated != null) {
      return simulated.access();
    }
    if (origin instanceof IssueOrigin.GitHub github) {
      return GitHubAccess.declared(application, github.token());
    }
    throw new IllegalStateException("issues come from GitHub or from the simulator");
  }

  private @Nullable URI apiBaseUrl() {
    SimulatedGitHub simulated = simulator;
    return simulated == null ? null : simulated.baseUrl();
  }

  /**
   * A page that does not start is told, and does not take the account down.
   *
   * @param files serves these, and again whenever they change; null for the installed ones
   */
  void openPage(Terminal terminal, @Nullable Path files) throws IOException, InterruptedException {
    if (options.noPage) {
      return;
    }
    int port = freePort();
    PageProcess page =
        PageProcess.start(installation.root(), account.connectionsFile(), port, files);
    running.push(page);
    terminal.progress("Starting the page");
    try {
      page.awaitAnswer();
      terminal.say("Page          " + page.address());
    } catch (CommandException e) {
      terminal.say("snowpull: " + Failures.message(e));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        // The others must still be closed, and the process ends anyway.
      }
    }
  }
}
