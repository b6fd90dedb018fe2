package io.snowpull.github.property;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.simulator.SimulatedRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A repository to which things happen, all decided by the seed. */
final class LivingRepository {
  private final SimulatedRepository repository;
  private final SimulatedRepository elsewhere;
  private final TestClock clock;
  private final Random random;
  private final List<Integer> numbers = new ArrayList<>();
  private final Set<Long> gone = new HashSet<>();
  private final Set<Long> relabelled = new HashSet<>();

  LivingRepository(
      SimulatedRepository repository,
      SimulatedRepository elsewhere,
      TestClock clock,
      Random random) {
    this.repository = repository;
    this.elsewhere = elsewhere;
    this.clock = clock;
    this.random = random;
  }

  long id() {
    return repository.id();
  }

  /** Issues that were deleted or moved away; the table may still have them. */
  Set<Long> gone() {
    return gone;
  }

  /** Issues that changed without a new time, which an ingestion need not see. */
  Set<Long> relabelled() {
    return relabelled;
  }

  /** The issues as they are now, by id. */
  Map<Long, String> truth() {
    Map<Long, String> truth = new HashMap<>();
    for (ObjectNode issue : repository.issues()) {
      truth.put(issue.path("id").longValue(), Json.write(Json.parse(issue.toString())));
    }
    return truth;
  }

  /** When each issue was changed last, of those that were so until this time. */
  Map<Long, Instant> changesUntil(Instant time) {
    Map<Long, Instant> changes = new HashMap<>();
    for (ObjectNode issue : repository.issues()) {
      Instant updatedAt = Instant.parse(issue.path("updated_at").textValue());
      if (!updatedAt.isAfter(time)) {
        changes.put(issue.path("id").longValue(), updatedAt);
      }
    }
    return changes;
  }

  /** A beginning: issues spread over days, some of them changed all in one second. */
  void grow(int issues) {
    while (numbers.size() < issues) {
      if (random.nextInt(4) > 0) {
        clock.advance(Duration.ofSeconds(random.nextInt(2000)));
      }
      create();
      if (random.nextInt(60) == 0) {
        editTogether();
      }
    }
    clock.advance(Duration.ofMinutes(random.nextInt(10)));
  }

  /** A few things happen, or none. */
  void live() {
    for (int i = random.nextInt(4); i > 0; i--) {
      clock.advance(Duration.ofMillis(random.nextInt(random.nextInt(8) == 0 ? 100_000 : 900)));
      switch (random.nextInt(12)) {
        case 0, 1 -> create();
        case 2 -> remove();
        case 3 -> editTogether();
        case 4 -> relabel(anyNumber());
        default -> edit(anyNumber());
      }
    }
  }

  private void create() {
    numbers.add(repository.create("issue " + random.nextInt(), issue -> {}));
  }

  private void edit(int number) {
    String kind = random.nextInt(60) == 0 ? AccountModel.POISON : "edited";
    repository.update(number, issue -> issue.put("title", kind + " " + random.nextInt()));
  }

  /** A label is renamed: the issue is another one, and its time of change stays. */
  private void relabel(int number) {
    repository.update(
        number,
        issue -> {
          String before = updatedAt(number);
          issue.put("updated_at", before);
          relabelled.add(issue.path("id").longValue());
          issue.putArray("labels").addObject().put("name", "label " + random.nextInt());
        });
  }

  private String updatedAt(int number) {
    return repository.issues().stream()
        .filter(issue -> issue.path("number").intValue() == number)
        .findFirst()
        .orElseThrow()
        .path("updated_at")
        .textValue();
  }

  private void editTogether() {
    for (int number : numbers) {
      if (random.nextInt(3) == 0) {
        edit(number);
      }
    }
  }

  private void remove() {
    if (numbers.size() > 3) {
      Integer number = anyNumber();
      numbers.remove(number);
      repository.issues().stream()
          .filter(issue -> issue.path("number").intValue() == number)
          .forEach(issue -> gone.add(issue.path("id").longValue()));
      if (random.nextBoolean()) {
        repository.delete(number);
      } else {
        repository.transfer(number, elsewhere);
      }
    }
  }

  private int anyNumber() {
    return numbers.get(random.nextInt(numbers.size()));
  }
}
