package io.snowpull.simulator;

import java.util.Map;
import java.util.Optional;

/** Decides which requests meet a fault. Called by several threads. */
@FunctionalInterface
public interface FaultPlan {

  /** Empty when the request is answered truly. */
  Optional<Fault> faultFor(Request request);

  static FaultPlan none() {
    return request -> Optional.empty();
  }

  /** Faults by the number of the request, counted from 1 since the simulator started. */
  static FaultPlan atRequests(Map<Long, Fault> faults) {
    Map<Long, Fault> copy = Map.copyOf(faults);
    return request -> Optional.ofNullable(copy.get(request.sequence()));
  }
}
