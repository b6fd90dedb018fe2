package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What goes on in a repository while it is read: now and then a request finds it changed. Seeded,
 * so that the same requests, one after the other, meet the same changes. Thread-safe.
 */
final class Mutations {
  /** Changes before one request, at most. */
  private static final int MOST_AT_ONCE = 3;

  private record Living(
      SimulatedRepository repository, SimulatedRepository elsewhere, Random seed) {}

  private final AtomicReference<@Nullable Living> living = new AtomicReference<>();
  private final AtomicInteger happened = new AtomicInteger();

  /**
   * Lets things happen from now on.
   *
   * @param elsewhere where issues are transferred to
   */
  void begin(SimulatedRepository repository, SimulatedRepository elsewhere, long seed) {
    living.set(new Living(repository, elsewhere, new Random(seed)));
  }

  void end() {
    living.set(null);
  }

  /** How many changes there have been. */
  int count() {
    return happened.get();
  }

  /** Before a request is answered. */
  void pass() {
    Living now = living.get();
    if (now == null) {
      return;
    }
    synchronized (now) {
      for (int i = now.seed().nextInt(MOST_AT_ONCE + 1); i > 0; i--) {
        change(now);
        happened.incrementAndGet();
      }
    }
  }

  private static void change(Living now) {
    List<ObjectNode> issues = now.repository().issues();
    Random random = now.seed();
    if (issues.isEmpty() || random.nextInt(5) == 0) {
      now.repository().create("issue " + random.nextInt(), issue -> {});
      return;
    }
    ObjectNode issue = issues.get(random.nextInt(issues.size()));
    int number = issue.path("number").intValue();
    switch (random.nextInt(10)) {
      case 0 -> now.repository().delete(number);
      case 1 -> now.repository().transfer(number, now.elsewhere());
      case 2, 3 -> now.repository().update(number, changed -> changed.put("state", "closed"));
      case 4 -> relabel(now.repository(), issue, "label " + random.nextInt());
      default ->
          now.repository()
              .update(number, changed -> changed.put("title", "edited " + random.nextInt()));
    }
  }

  /** A label that is renamed changes the issue without a new time. */
  private static void relabel(SimulatedRepository repository, ObjectNode issue, String label) {
    String time = issue.path("updated_at").textValue();
    repository.update(
        issue.path("number").intValue(),
        changed ->
            changed.put("updated_at", time).putArray("labels").addObject().put("name", label));
  }
}
