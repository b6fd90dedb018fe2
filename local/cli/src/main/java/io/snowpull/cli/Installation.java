package io.snowpull.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout that this program was built in, and what the build left there. */
record Installation(Path root) {
  /** The script tells where it stands; without it, the current directory is taken. */
  static Installation ofProcess() {
    return new Installation(
        Path.of(System.getProperty("snowpull.root", "")).toAbsolutePath().normalize());
  }

  Path packageFolder() {
    return root.resolve("packaging/target/sf_build");
  }

  /** Where the local account keeps its data unless told otherwise. */
  Path dataDirectory() {
    return root.resolve(".snowpull");
  }

  /** The class path of the processes that run Java procedures. */
  List<Path> workerClassPath() throws IOException {
    Path target = root.resolve("local/worker/target");
    Path file = target.resolve("classpath.txt");
    if (!Files.isRegularFile(file)) {
      throw new CommandException(
          file + " is missing: build first, with 'mvn -q package -Dmaven.test.skip'");
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(target.resolve("classes"));
    for (String entry : Files.readString(file).strip().split(File.pathSeparator, -1)) {
      classPath.add(Path.of(entry));
    }
    return classPath;
  }
}
