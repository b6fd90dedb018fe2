package io.snowpull.processor.problem;

import io.snowpull.processor.model.Origin;

/** One fault: what is wrong where, with the offending value and the way out. */
public record Fault(Problem problem, Origin origin, String text) {

  /** The whole message, tag first. */
  public String message() {
    return "[" + problem.tag() + "] " + origin.name() + ": " + text;
  }
}
