package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What a jar may not bring, because Snowflake brings it. */
final class JarRules {

  private static final List<String> PROVIDED =
      List.of("com/snowflake/", "net/snowflake/", "scala/", "org/slf4j/");

  private JarRules() {}

  static void check(Path folder, Findings findings) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path jar : files.filter(one -> one.toString().endsWith(".jar")).sorted().toList()) {
        Set<String> brought = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
          file.stream()
              .forEach(
                  entry ->
                      PROVIDED.stream().filter(entry.getName()::startsWith).forEach(brought::add));
        }
        for (String provided : brought) {
          findings.add(
              "ProvidedClasses",
              folder.relativize(jar).toString(),
              "brings classes of " + provided + ", which Snowflake has itself. Make it provided.");
        }
      }
    }
  }
}
