package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Path;

/** Builds the package of a checkout. */
@FunctionalInterface
interface PackageBuild {
  /** Leaves the package in {@code packaging/target/sf_build}, and its approved copy renewed. */
  void build(Path checkout) throws IOException, InterruptedException;

  /**
   * With Maven, from clean.
   *
   * @param tests whether every test has to pass
   */
  static PackageBuild maven(boolean tests) {
    return checkout ->
        new Command(checkout)
            .run(
                "mvn",
                "-q",
                "-B",
                "-ntp",
                "clean",
                "verify",
                "-Dapprove",
                tests ? "-Dmaven.test.skip=false" : "-Dmaven.test.skip=true");
  }
}
