package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to be there, and paths that a stage takes. */
final class LayoutRules {

  private static final List<String> REQUIRED = List.of("manifest.yml", "setup.sql");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./-]+");

  private LayoutRules() {}

  static void check(Path folder, Findings findings) throws IOException {
    for (String file : REQUIRED) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        findings.add("FileMissing", file, "is not in the folder. Build it with: mvn package");
      }
    }
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!PATH.matcher(path).matches()) {
          findings.add(
              "PathInvalid", path, "a path holds letters, digits, '_', '-', '.' and '/' only.");
        }
        if (Files.size(file) == 0 && !path.endsWith(".py")) {
          findings.add("FileEmpty", path, "is empty.");
        }
      }
    }
  }
}
