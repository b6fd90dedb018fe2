package io.snowpull.github.property;

import io.snowpull.github.client.Credentials;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.issues.IssueAnswers;
import io.snowpull.github.issues.IssuesInventory;
import io.snowpull.github.issues.IssuesSource;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.HttpTransport;
import io.snowpull.runtime.ingestion.IngestionRun;
import io.snowpull.runtime.ingestion.RunLimits;
import io.snowpull.runtime.ingestion.RunSetting;
import io.snowpull.runtime.ingestion.Staging;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.reconciliation.Reconciliation;
import io.snowpull.runtime.resource.ObjectNames;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.Source;
import io.snowpull.simulator.GitHubSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One seed: a repository that changes while runs read it, fail, overlap and lose their sessions;
 * then quiet, and the table must equal the repository.
 */
final class Scenario {
  private final TestClock clock;
  private final Random random;
  private final StageModel stage;
  private final AccountModel account;
  private final LivingRepository repository;
  private final SeededFaults faults;
  private final Source source;
  private final Inventory inventory;
  private final GitHubSimulator simulator;
  private final Bug bug;
  private Optional<String> problem = Optional.empty();
  private boolean quiet;
  private int runs;

  /** Runs that may use the stage: none, some or all, for a whole scenario. */
  private final int percentStaged;

  Scenario(
      long seed, Bug bug, GitHubSimulator simulator, TestClock clock, HttpTransport transport) {
    this.clock = clock;
    this.bug = bug;
    this.simulator = simulator;
    this.random = new Random(seed);
    this.stage = new StageModel(random);
    this.account = new AccountModel(stage);
    this.percentStaged = List.of(0, 50, 100).get(random.nextInt(3));
    clock.reset();
    this.faults = new SeededFaults(random, clock);
    simulator.faults(faults);
    String name = "o/" + bug.name().toLowerCase(java.util.Locale.ROOT) + "-" + seed;
    this.repository =
        new LivingRepository(
            simulator.addRepository(name),
            simulator.addRepository(name + ".elsewhere"),
            clock,
            random);
    GitHubClient client =
        new GitHubClient(
            BaseUrl.of(simulator.baseUrl(), ""),
            Credentials.parse("t0ken", clock),
            transport,
            clock);
    this.source =
        bug.onSource(
            new IssuesSource(client, 3 + random.nextInt(12), new IssueAnswers(true, clock)));
    this.inventory =
        bug.onInventory(
            new IssuesInventory(client, 3 + random.nextInt(12), new IssueAnswers(true, clock)));
  }

  /** What is wrong in the end; empty when all is well. */
  Optional<String> play() {
    repository.grow(5 + random.nextInt(80));
    for (int i = 4 + random.nextInt(6); i > 0; i--) {
      run(0);
      if (random.nextInt(4) == 0) {
        reconcile();
      }
      if (random.nextBoolean()) {
        repository.live();
      }
      if (random.nextInt(3) == 0) {
        clock.advance(Duration.ofSeconds(random.nextInt(400)));
      }
    }
    quiet = true;
    faults.end();
    stage.endFaults();
    clock.advance(Duration.ofMinutes(30));
    run(0);
    clock.advance(Duration.ofMinutes(30));
    run(0);
    problem = problem.or(() -> compare(repository.relabelled()));
    // One may go on where another had to wait; the next begins anew.
    reconcile();
    reconcile();
    return problem
        .or(() -> compare(Set.of()))
        .or(this::compareMarks)
        .or(this::compareParked)
        .or(this::costOfNothingNew)
        .or(() -> complaint(stage.files().size(), "files left on the stage"))
        .or(() -> complaint(account.writesOfTakenOverRuns(), "writes of runs taken over"))
        .or(() -> complaint(faults.tooEarly(), "requests before they were allowed"));
  }

  private static Optional<String> complaint(int count, String what) {
    return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
  }

  private RunSetting setting() {
    boolean loses = !quiet && random.nextInt(3) == 0;
    int lostAt = 1 + random.nextInt(25);
    AccountSession session =
        bug.onSession(account.session(statement -> loses && statement >= lostAt));
    boolean stages = random.nextInt(100) < percentStaged;
    int compressedBytes = 500 + random.nextInt(20_000);
    int characters = 10_000 + random.nextInt(150_000);
    int rows = 5 + random.nextInt(100);
    Staging staging =
        new Staging(session.upload(), compressedBytes, characters, rows, 1 + rows / 2);
    return new RunSetting(
        "run-" + ++runs,
        session.sql(),
        stages ? Optional.of(staging) : Optional.empty(),
        new RunLimits(
            Duration.ofSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(300),
            3,
            4_000 + random.nextInt(30_000),
            Long.MAX_VALUE,
            1 + random.nextInt(5)),
        clock,
        bug.onPause(clock::advance),
        // On this thread, so that a seed replays; each page still waits its turn to be taken.
        Runnable::run,
        random);
  }

  private ResourceDefinition resource() {
    return new ResourceDefinition(
        "o/r",
        repository.id(),
        "o/r",
        "DB",
        new ObjectNames("O_R"),
        "",
        ResourceOptions.NONE,
        true);
  }

  /** Compares while things go on; what it marks has to be gone by then. */
  private void reconcile() {
    Inventory living = FilteredInventory.hooked(inventory, () -> happen(1));
    faults.forgetWait();
    try {
      new Reconciliation(resource(), setting()).run(() -> living);
    } catch (ConnectorException failed) {
      if (quiet) {
        throw failed;
      }
    }
    account
        .sink()
        .forEach(
            (id, row) -> {
              if (row.deleted() && !repository.gone().contains(id)) {
                problem = Optional.of("issue " + id + " was marked, and is still there");
              }
            });
  }

  private void run(int depth) {
    RunSetting setting = setting();
    Source living = new HookedSource(source, () -> happen(depth));
    Map<Long, Instant> before = repository.changesUntil(clock.instant().minusSeconds(120));
    account.forgetStates();
    faults.forgetWait();
    try {
      new IngestionRun(resource(), setting).run(() -> living);
      if (account.lastState().contains("\"DONE\"")) {
        checkDone(before);
      }
    } catch (ConnectorException failed) {
      if (quiet) {
        throw failed;
      }
    }
  }

  /** A run that says it is done has all that changed long enough before it began. */
  private void checkDone(Map<Long, Instant> before) {
    for (Map.Entry<Long, Instant> change : before.entrySet()) {
      AccountModel.Row row = account.sink().get(change.getKey());
      if (!repository.gone().contains(change.getKey())
          && !isParked(change.getKey())
          && (row == null || row.updatedAt().isBefore(change.getValue()))) {
        problem = Optional.of("a run was DONE without issue " + change.getKey());
      }
    }
  }

  private boolean isParked(long id) {
    return account.parked().values().stream()
        .anyMatch(parked -> parked.id().equals(Long.toString(id)));
  }

  private void happen(int depth) {
    if (quiet) {
      return;
    }
    repository.live();
    if (depth == 0 && random.nextInt(25) == 0) {
      run(1);
    }
  }

  /**
   * @param excused issues that may differ
   */
  private Optional<String> compare(Set<Long> excused) {
    Map<Long, String> truth = repository.truth();
    Set<String> parked =
        account.parked().values().stream()
            .map(one -> Json.write(Json.parse(one.text())))
            .collect(Collectors.toSet());
    if (parked.stream().anyMatch(text -> !isPoison(text))) {
      return Optional.of("a row was kept aside that is as good as any");
    }
    for (Map.Entry<Long, String> issue : truth.entrySet()) {
      if (isPoison(issue.getValue())) {
        if (!parked.contains(issue.getValue()) && !excused.contains(issue.getKey())) {
          return Optional.of("issue " + issue.getKey() + " is neither written nor kept aside");
        }
        continue;
      }
      AccountModel.Row row = account.sink().get(issue.getKey());
      if (row == null) {
        return Optional.of("issue " + issue.getKey() + " is lost");
      }
      if (!row.raw().equals(issue.getValue()) && !excused.contains(issue.getKey())) {
        return Optional.of("issue " + issue.getKey() + " is stale");
      }
    }
    for (Long id : account.sink().keySet()) {
      if (!truth.containsKey(id) && !repository.gone().contains(id)) {
        return Optional.of("row " + id + " was never an issue");
      }
    }
    return Optional.empty();
  }

  private Optional<String> compareMarks() {
    Map<Long, String> truth = repository.truth();
    for (Map.Entry<Long, AccountModel.Row> row : account.sink().entrySet()) {
      if (row.getValue().deleted() == truth.containsKey(row.getKey())) {
        return Optional.of(
            "row "
                + row.getKey()
                + (row.getValue().deleted() ? " is marked" : " is not marked")
                + " as gone");
      }
    }
    return Optional.empty();
  }

  /** A row that is kept aside has no later version in the table. */
  private Optional<String> compareParked() {
    for (AccountModel.Parked parked : account.parked().values()) {
      AccountModel.Row row = account.sink().get(Long.parseLong(parked.id()));
      if (row != null && row.updatedAt().isAfter(Instant.parse(parked.changedAt()))) {
        return Optional.of("issue " + parked.id() + " is kept aside, and a later version is there");
      }
    }
    return Optional.empty();
  }

  private static boolean isPoison(String issue) {
    return Json.parse(issue).path("title").asText().startsWith(AccountModel.POISON);
  }

  /** A poll that finds nothing new: one request, nothing written but how it went. */
  private Optional<String> costOfNothingNew() {
    if (!account.lastCursor().contains("\"validator\":\"")) {
      return Optional.of("nobody can ask cheaply whether anything is new");
    }
    int sinkWrites = account.sinkWrites();
    int cursors = account.cursors();
    int inserts = account.inserts();
    long requests = simulator.counters().requests();
    run(0);
    if (simulator.counters().requests() != requests + 1) {
      return Optional.of("finding nothing new took more than one request");
    }
    if (account.sinkWrites() != sinkWrites || account.cursors() != cursors) {
      return Optional.of("finding nothing new wrote to table or cursor");
    }
    if (account.inserts() > inserts + 2) {
      return Optional.of("finding nothing new took more than two INSERTs");
    }
    return Optional.empty();
  }
}
