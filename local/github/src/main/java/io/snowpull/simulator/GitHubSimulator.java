package io.snowpull.simulator;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * GitHub's issues API on 127.0.0.1, with repositories that the caller fills and changes.
 *
 * <p>Thread-safe: repositories may change while they are read.
 */
public final class GitHubSimulator implements AutoCloseable {
  private final SimulatorConfig config;
  private final Repositories repositories = new Repositories();
  private final TrafficMeter meter = new TrafficMeter();
  private final AtomicReference<FaultPlan> faults = new AtomicReference<>(FaultPlan.none());
  private final Mutations mutations = new Mutations();
  private final AtomicLong issueIds = new AtomicLong(5_000_000_000L);
  private final int port;
  private final Listener listener;

  private GitHubSimulator(SimulatorConfig config, ServerSocket server) {
    RateLimits limits =
        new RateLimits(config.clock(), config.hourlyLimit(), config.anonymousLimit());
    Gate gate = new Gate(config, limits, new Routes(repositories, limits, config));
    this.config = config;
    this.port = server.getLocalPort();
    this.listener =
        new Listener(server, new RequestHandler(config, gate, meter, faults::get, mutations));
  }

  /** Starts to listen; {@link #close} ends it. */
  public static GitHubSimulator start(SimulatorConfig config) throws IOException {
    GitHubSimulator simulator = new GitHubSimulator(config, Listener.bind(config.port()));
    simulator.listener.start();
    return simulator;
  }

  /** For example {@code http://127.0.0.1:8086}, without a final slash. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return port;
  }

  /** Adds a repository without issues. Its id follows from its name. */
  public SimulatedRepository addRepository(String fullName) {
    return addRepository(fullName, RepositoryName.of(fullName).standardId(), List.of());
  }

  /** Adds a repository that serves {@code issues}. */
  public SimulatedRepository addRepository(String fullName, IssueSource issues) throws IOException {
    return addRepository(fullName, RepositoryName.of(fullName).standardId(), issues.read(fullName));
  }

  private SimulatedRepository addRepository(String fullName, long id, List<StoredIssue> issues) {
    SimulatedRepository repository =
        new SimulatedRepository(
            RepositoryName.of(fullName), id, config.clock(), issueIds::incrementAndGet);
    issues.forEach(repository::put);
    repositories.add(repository);
    return repository;
  }

  /** By its present or a former name, in any case. */
  public SimulatedRepository repository(String fullName) {
    SimulatedRepository found = repositories.byName(fullName);
    if (found == null) {
      throw new IllegalArgumentException(
          "repository " + fullName + " is not in this simulator: add it first");
    }
    return found;
  }

  /** From now on the old name answers 301 to the repository's numeric URL. */
  public void rename(String fullName, String newName) {
    repositories.rename(repository(fullName), RepositoryName.of(newName).text());
  }

  /**
   * From now on requests find the repository changed now and then: issues are opened, edited,
   * closed, relabelled, deleted, and transferred to a repository beside it.
   *
   * @param seed the same seed and the same requests, one after the other, give the same changes
   */
  public void live(String fullName, long seed) {
    SimulatedRepository repository = repository(fullName);
    mutations.begin(repository, addRepository(repository.fullName() + ".elsewhere"), seed);
  }

  /**
   * Ends what {@link #live} began.
   *
   * @return how many changes there have been
   */
  public int rest() {
    mutations.end();
    return mutations.count();
  }

  /** Replaces the plan of faults. */
  public void faults(FaultPlan plan) {
    faults.set(plan);
  }

  public Counters counters() {
    return meter.counters();
  }

  /** Stops at once; open requests are cut. */
  @Override
  public void close() {
    listener.close();
  }
}
