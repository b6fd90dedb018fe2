package io.snowpull.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueSourceTest {
  private static final String RECORDED =
      "shared/data/github/hub4j-github-api-issues-2019-10-04.ndjson";

  @TempDir Path directory;

  @Test
  void generatedIssuesFollowFromTheSeedAlone() throws IOException {
    List<StoredIssue> first = IssueSource.generated(50, 3).read("octo/cats");
    List<StoredIssue> second = IssueSource.generated(50, 3).read("octo/cats");
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).json(), second.get(i).json());
    }
    byte[] other = IssueSource.generated(50, 4).read("octo/cats").get(0).json();
    assertTrue(!java.util.Arrays.equals(other, first.get(0).json()), "another seed, other issues");
  }

  @Test
  void generatedIssuesAreSpreadAsTheRecordedOnes() throws IOException {
    List<StoredIssue> issues = IssueSource.generated(5_000, 42).read("octo/cats");
    int[] sizes = issues.stream().mapToInt(issue -> issue.json().length).sorted().toArray();
    long sum = java.util.Arrays.stream(sizes).asLongStream().sum();
    long pulls =
        issues.stream()
            .filter(i -> new String(i.json(), StandardCharsets.UTF_8).contains("\"pull_request\":"))
            .count();
    long seconds = issues.stream().map(StoredIssue::updated).distinct().count();
    assertBetween(2_700, sum / sizes.length, 3_100, "mean size");
    assertBetween(11_000, sizes[sizes.length * 99 / 100], 15_000, "99th percentile");
    assertBetween(57 * 50, pulls, 63 * 50, "pull requests");
    assertBetween(4_000, seconds, 4_970, "different seconds");
    assertEquals(5_000, issues.stream().map(StoredIssue::id).distinct().count());
  }

  private static void assertBetween(long least, long actual, long most, String what) {
    assertTrue(
        least <= actual && actual <= most,
        () -> what + " is " + actual + ", expected " + least + " to " + most);
  }

  @Test
  void recordedIssuesAreServedByteForByte() throws Exception {
    Path recorded = recorded();
    List<String> lines = Files.readAllLines(recorded);
    try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.standard())) {
      SimulatedRepository repository =
          simulator.addRepository("hub4j/github-api", IssueSource.file(recorded));
      assertEquals(471, repository.size());
      var page =
          new Client(simulator)
              .get("/repos/hub4j/github-api/issues?state=all&direction=asc&per_page=3")
              .response()
              .body();
      assertEquals(
          "[" + String.join(",", lines.subList(0, 3)) + "]",
          new String(page, StandardCharsets.UTF_8));
    }
  }

  private static Path recorded() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve(RECORDED);
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    System.out.println("Skipped: no recorded issues at ../" + RECORDED);
    return abort("no recorded issues at ../" + RECORDED);
  }

  @Test
  void faultyFilesAreRefusedWithTheLine() throws IOException {
    assertFault("{\"id\":1}\n", "line 1: an issue has no 'number'");
    assertFault("\n{\"id\":1,\n", "line 2: not one JSON object");
    String issue =
        "{\"id\":1,\"number\":5,\"state\":\"open\",\"created_at\":\"2020-01-01T00:00:00Z\","
            + "\"updated_at\":\"2020-01-01T00:00:00Z\"}\n";
    assertFault(issue + issue, "line 2: issue 5 stands in the file twice");
  }

  private void assertFault(String content, String expected) throws IOException {
    Path file = Files.writeString(directory.resolve("issues.ndjson"), content);
    IOException fault =
        assertThrows(IOException.class, () -> IssueSource.file(file).read("octo/cats"));
    assertTrue(String.valueOf(fault.getMessage()).contains(expected), fault::getMessage);
  }
}
