package io.snowpull.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssueQueryTest {
  /** Every combination of parameters finds what a look at each issue finds, in the same order. */
  @Test
  void findsWhatALookAtEachIssueFinds() throws IOException {
    List<StoredIssue> issues = IssueSource.generated(300, 7).read("octo/cats");
    List<String> times = new ArrayList<>(List.of("", Instant.EPOCH.toString()));
    times.add(issues.get(150).updated().toString());
    times.add(issues.get(150).updated().plusSeconds(1).toString());
    times.add("2000-01-01T00:00:00Z");
    times.add("2999-01-01T00:00:00Z");
    for (IssueSort sort : IssueSort.values()) {
      List<StoredIssue> sorted = issues.stream().sorted(sort.ascending()).toList();
      for (String state : List.of("all", "open", "closed")) {
        for (String direction : List.of("asc", "desc")) {
          for (String since : times) {
            Map<String, String> parameters =
                since.isEmpty()
                    ? Map.of("sort", sort.name(), "state", state, "direction", direction)
                    : Map.of(
                        "sort",
                        sort.name(),
                        "state",
                        state,
                        "direction",
                        direction,
                        "since",
                        since);
            assertEquals(
                ids(expected(sorted, state, direction, since)),
                ids(IssueQuery.of(parameters).matching(sorted)),
                parameters::toString);
          }
        }
      }
    }
  }

  private static List<StoredIssue> expected(
      List<StoredIssue> sorted, String state, String direction, String since) {
    List<StoredIssue> expected = new ArrayList<>();
    for (StoredIssue issue : sorted) {
      boolean stands = state.equals("all") || issue.open() == state.equals("open");
      boolean late = since.isEmpty() || !issue.updated().isBefore(Instant.parse(since));
      if (stands && late && !since.equals(Instant.EPOCH.toString())) {
        expected.add(issue);
      }
    }
    if (direction.equals("desc")) {
      Collections.reverse(expected);
    }
    return expected;
  }

  private static List<Long> ids(List<StoredIssue> issues) {
    return issues.stream().map(StoredIssue::id).toList();
  }
}
