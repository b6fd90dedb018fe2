package io.snowpull.processor.problem;

import io.snowpull.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** The faults of one compilation, collected so that all are reported in one run. */
public final class Faults {

  private final List<Fault> faults = new ArrayList<>();

  /** Adds a fault. */
  public void add(Problem problem, Origin origin, String text) {
    Fault fault = new Fault(problem, origin, text);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** The faults in the order in which they were found. */
  public List<Fault> all() {
    return List.copyOf(faults);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return faults.isEmpty();
  }
}
