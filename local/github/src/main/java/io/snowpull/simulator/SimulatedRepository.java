package io.snowpull.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One repository of the simulator and what can happen to its issues. Thread-safe. */
public final class SimulatedRepository {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final long id;
  private final Clock clock;
  private final LongSupplier issueIds;
  private final TreeMap<Integer, IssueFate> fates = new TreeMap<>();
  private final Map<IssueSort, List<StoredIssue>> sorted = new EnumMap<>(IssueSort.class);
  private RepositoryName name;
  private Consumer<ObjectNode> description = json -> {};

  SimulatedRepository(RepositoryName name, long id, Clock clock, LongSupplier issueIds) {
    this.name = name;
    this.id = id;
    this.clock = clock;
    this.issueIds = issueIds;
  }

  public long id() {
    return id;
  }

  /** {@code owner/name}, as it is called now. */
  public synchronized String fullName() {
    return name.text();
  }

  /** How many issues, pull requests among them, the repository has. */
  public synchronized int size() {
    return sorted(IssueSort.CREATED).size();
  }

  /** The issues as they are served now, by number. */
  public synchronized List<ObjectNode> issues() {
    return sorted(IssueSort.CREATED).stream().map(SimulatedRepository::parsed).toList();
  }

  /** From now on what is said about the repository is changed so, as in {@code archived}. */
  public synchronized void describe(Consumer<ObjectNode> edit) {
    description = edit;
  }

  /** Opens an issue now and returns its number. {@code edit} may change any field of it. */
  public synchronized int create(String title, Consumer<ObjectNode> edit) {
    int number = fates.isEmpty() ? 1 : fates.lastKey() + 1;
    Instant now = now();
    ObjectNode issue =
        new IssueJson(name.text())
            .issue(issueIds.getAsLong(), number, title, SimulatedUser.numbered(1), now, now);
    edit.accept(issue);
    put(StoredIssue.of(issue));
    return number;
  }

  /** Changes an issue and sets its updated_at to now (which {@code edit} may overrule). */
  public synchronized void update(int number, Consumer<ObjectNode> edit) {
    ObjectNode issue = parsed(present(number));
    issue.put("updated_at", now().toString());
    edit.accept(issue);
    put(StoredIssue.of(issue));
  }

  /** From now on the issue answers 410 and is in no list. */
  public synchronized void delete(int number) {
    present(number);
    fates.put(number, new IssueFate.Deleted());
    sorted.clear();
  }

  /**
   * Moves an issue: it gets another id and number in {@code target}, and answers 301 here.
   *
   * @return its number in {@code target}
   */
  public int transfer(int number, SimulatedRepository target) {
    ObjectNode issue;
    synchronized (this) {
      issue = parsed(present(number));
    }
    int newNumber =
        target.create(
            issue.path("title").asText(),
            moved -> {
              for (String kept : List.of("body", "user", "state", "created_at", "closed_at")) {
                moved.set(kept, issue.path(kept));
              }
            });
    synchronized (this) {
      fates.put(number, new IssueFate.Transferred(target.id(), newNumber));
      sorted.clear();
    }
    return newNumber;
  }

  synchronized void put(StoredIssue issue) {
    fates.put(issue.number(), new IssueFate.Present(issue));
    sorted.clear();
  }

  synchronized void nameIs(String newName) {
    name = RepositoryName.of(newName);
  }

  synchronized IssueFate fate(int number) {
    return fates.getOrDefault(number, new IssueFate.Unknown());
  }

  /** All issues that match, in the order the query asks for. */
  List<StoredIssue> matching(IssueQuery query) {
    List<StoredIssue> all;
    synchronized (this) {
      all = sorted(query.sort());
    }
    return query.matching(all);
  }

  synchronized ObjectNode json(String baseUrl) {
    long open = sorted(IssueSort.CREATED).stream().filter(StoredIssue::open).count();
    ObjectNode json = RepositoryJson.of(name, id, open, baseUrl);
    description.accept(json);
    return json;
  }

  /** Kept until an issue changes, so that a walk over many pages sorts once. */
  private List<StoredIssue> sorted(IssueSort sort) {
    return sorted.computeIfAbsent(
        sort,
        by ->
            fates.values().stream()
                .filter(IssueFate.Present.class::isInstance)
                .map(fate -> ((IssueFate.Present) fate).issue())
                .sorted(by.ascending())
                .toList());
  }

  private StoredIssue present(int number) {
    if (fate(number) instanceof IssueFate.Present present) {
      return present.issue();
    }
    throw new IllegalArgumentException(name.text() + " has no issue " + number);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static ObjectNode parsed(StoredIssue issue) {
    try {
      return (ObjectNode) JSON.readTree(issue.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
