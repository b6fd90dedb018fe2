package io.snowpull.packaging.review;

import io.snowpull.packaging.review.Change.Action;
import io.snowpull.packaging.review.Change.Weight;
import java.util.ArrayList;
import java.util.List;

/** The changes found so far. */
final class Changes {

  private final List<Change> changes = new ArrayList<>();

  void add(Weight weight, Action action, String subject, String effect) {
    changes.add(new Change(weight, action, subject, effect));
  }

  List<Change> all() {
    return List.copyOf(changes);
  }

  List<Change> of(Weight weight) {
    return changes.stream().filter(change -> change.weight() == weight).toList();
  }
}
