package io.snowpull.packaging.approval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Fails the build when the generated files differ from the approved copy; run by the build. */
public final class Approve {

  private Approve() {}

  /** Makes the generated files the approved copy. */
  public static void update(Path generated, Path approved) throws IOException {
    new Approval(generated, approved).approve();
  }

  /**
   * With the system property {@code approve}, updates the approved copy instead.
   *
   * @param args generated files, approved copy
   */
  public static void main(String[] args) throws IOException {
    Approval approval = new Approval(Path.of(args[0]), Path.of(args[1]));
    if (System.getProperty("approve") != null) {
      update(Path.of(args[0]), Path.of(args[1]));
      return;
    }
    List<String> differences = approval.differences();
    if (!differences.isEmpty()) {
      throw new UnapprovedChangeException(differences);
    }
  }
}
