package io.snowpull.packaging.inspection;

import java.util.ArrayList;
import java.util.List;

/** The findings of one inspection, in the order in which they were made. */
final class Findings {

  private final List<Finding> findings = new ArrayList<>();

  void add(String tag, String place, String text) {
    findings.add(new Finding(tag, place, text));
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
