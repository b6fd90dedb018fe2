package io.snowpull.simulator;

import java.util.List;

/** A label of a generated repository. */
record SimulatedLabel(long id, String name, String color, boolean isDefault, String description) {
  static final List<SimulatedLabel> ALL =
      List.of(
          new SimulatedLabel(208045946, "bug", "d73a4a", true, "Something isn't working"),
          new SimulatedLabel(208045947, "enhancement", "a2eeef", true, "New feature or request"),
          new SimulatedLabel(208045948, "documentation", "0075ca", true, "Improvements to docs"),
          new SimulatedLabel(208045949, "question", "d876e3", true, "More information is needed"),
          new SimulatedLabel(208045950, "good first issue", "7057ff", true, "For newcomers"),
          new SimulatedLabel(208045951, "dependencies", "0366d6", false, "Updates a dependency"),
          new SimulatedLabel(208045952, "area: net/http", "c5def5", false, "HTTP and \"proxies\""),
          new SimulatedLabel(208045953, "größer als gedacht", "fbca04", false, "Scope grew"));
}
