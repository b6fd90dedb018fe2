package io.snowpull.packaging.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Assembles {@code sf_build}; run by the build. */
public final class Assemble {

  private Assemble() {}

  /**
   * @param args generated files, the application's jar, the page's folder, the readme, the jar's
   *     bill of materials, the target
   */
  public static void main(String[] args) throws IOException {
    new Assembly(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
            Path.of(args[3]),
            Path.of(args[4]))
        .into(Path.of(args[5]));
    if (!Files.isRegularFile(Path.of(args[4]))) {
      System.err.println(
          args[4]
              + " is missing: the package has no bill of materials and no NOTICE, and 'mvn verify'"
              + " will refuse it. Maven makes the bill when it is not offline.");
    }
  }
}
