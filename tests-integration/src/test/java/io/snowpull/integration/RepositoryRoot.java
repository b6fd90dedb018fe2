package io.snowpull.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checkout that the tests run in. */
record RepositoryRoot(Path path) {
  static RepositoryRoot find() {
    Path path = Path.of("").toAbsolutePath();
    while (path != null && !Files.isDirectory(path.resolve("tests-integration"))) {
      path = path.getParent();
    }
    if (path == null) {
      throw new IllegalStateException("the tests do not run inside the repository");
    }
    return new RepositoryRoot(path);
  }

  Path packageFolder() {
    return path.resolve("packaging/target/sf_build");
  }

  /** Real issues that were recorded; empty where they are not at hand. */
  Optional<Path> recordedIssues() {
    Path file = path.resolveSibling("shared/data/github/hub4j-github-api-issues-2019-10-04.ndjson");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  List<Path> workerClassPath() {
    Path target = path.resolve("local/worker/target");
    List<Path> classPath = new ArrayList<>();
    classPath.add(target.resolve("classes"));
    try {
      String jars = Files.readString(target.resolve("classpath.txt")).strip();
      for (String jar : jars.split(File.pathSeparator, -1)) {
        classPath.add(Path.of(jar));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("local/worker is not built: run mvn package", e);
    }
    return classPath;
  }
}
