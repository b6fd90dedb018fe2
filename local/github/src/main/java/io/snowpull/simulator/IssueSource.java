package io.snowpull.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a repository's issues come from at the start. */
public sealed interface IssueSource permits IssueFile, IssueGenerator {

  List<StoredIssue> read(String fullName) throws IOException;

  /** One issue object a line, served byte for byte as recorded. */
  static IssueSource file(Path ndjson) {
    return new IssueFile(ndjson);
  }

  /** {@code count} issues that follow from {@code seed} alone. */
  static IssueSource generated(int count, long seed) {
    return new IssueGenerator(count, seed);
  }
}
