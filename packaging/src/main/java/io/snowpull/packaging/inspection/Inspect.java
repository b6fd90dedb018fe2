package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Fails when a packaged folder breaks a rule; run by the build, and callable on any folder. */
public final class Inspect {

  private Inspect() {}

  /**
   * @param args the folder, and the version of Snowpark the connector is compiled against
   */
  public static void main(String[] args) throws IOException {
    List<Finding> findings = Inspection.of(Path.of(args[0]), args[1]);
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          findings.stream()
              .map(Finding::toString)
              .collect(Collectors.joining("\n", args[0] + " cannot be deployed:\n", "")));
    }
  }
}
