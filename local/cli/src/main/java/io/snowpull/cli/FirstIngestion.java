package io.snowpull.cli;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enables repositories and follows the runs of their tasks to the end. */
final class FirstIngestion {
  private static final Duration POLL = Duration.ofMillis(200);

  /** No state for so long: the task died without a word. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final Connector connector;
  private final StateReader states;
  private final Terminal terminal;
  private final Clock clock;
  private final Map<String, RepositoryOutcome> outcomes = new LinkedHashMap<>();
  private final Map<String, StateReader.Resource> running = new LinkedHashMap<>();

  FirstIngestion(Connector connector, StateReader states, Terminal terminal, Clock clock) {
    this.connector = connector;
    this.states = states;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** One outcome for each repository, in the order given. */
  List<RepositoryOutcome> run(List<String> repositories) throws SQLException, InterruptedException {
    long before = states.lastSequence();
    repositories.forEach(repository -> outcomes.put(repository, nothingYet(repository)));
    for (String repository : repositories) {
      enable(repository);
    }
    follow(before);
    return List.copyOf(outcomes.values());
  }

  private void enable(String repository) throws SQLException {
    terminal.progress("Enabling " + repository);
    try {
      connector.enable(repository);
    } catch (SQLException e) {
      outcomes.put(repository, RepositoryOutcome.failed(repository, Failures.explain(e)));
      return;
    }
    Optional<StateReader.Resource> resource = states.resource(repository);
    if (resource.isPresent()) {
      running.put(repository, resource.get());
    }
  }

  private void follow(long before) throws SQLException, InterruptedException {
    Instant lastNews = clock.instant();
    long newest = before;
    while (!running.isEmpty()) {
      for (RunState state : states.statesAfter(before)) {
        if (state.sequence() > newest) {
          newest = state.sequence();
          lastNews = clock.instant();
        }
        heed(state);
      }
      if (Duration.between(lastNews, clock.instant()).compareTo(SILENCE) > 0) {
        giveUp();
      }
      if (!running.isEmpty()) {
        Thread.sleep(POLL.toMillis());
      }
    }
  }

  private void heed(RunState state) throws SQLException {
    for (Map.Entry<String, StateReader.Resource> entry : Map.copyOf(running).entrySet()) {
      if (entry.getValue().key().equals(state.repository())) {
        if (state.isEnd()) {
          running.remove(entry.getKey());
          outcomes.put(entry.getKey(), outcome(entry.getKey(), entry.getValue(), state));
        } else {
          terminal.progress(
              entry.getKey() + ": " + state.requests() + " pages, " + state.rows() + " rows");
        }
      }
    }
  }

  private RepositoryOutcome outcome(
      String repository, StateReader.Resource resource, RunState state) throws SQLException {
    return new RepositoryOutcome(
        repository,
        resource.table(),
        resource.view(),
        state.state(),
        states.count(resource.table()),
        state.requests(),
        state.seconds(),
        state.reason());
  }

  private void giveUp() {
    running.forEach(
        (repository, resource) ->
            outcomes.put(
                repository,
                RepositoryOutcome.failed(
                    repository,
                    "its task has recorded nothing for "
                        + SILENCE.toMinutes()
                        + " minutes: ask INFORMATION_SCHEMA.TASK_HISTORY")));
    running.clear();
  }

  private static RepositoryOutcome nothingYet(String repository) {
    return RepositoryOutcome.failed(
        repository, "ENABLE_RESOURCE returned, but the connector has not stored the repository");
  }
}
