package io.snowpull.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.processor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/resources/cases} is a case: sources in {@code input}, and in
 * {@code expected} the generated files, or {@code errors.txt} for a negative case named after its
 * problem.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String REGENERATE =
      "mvn test -pl sqlgen/processor -am -Dtest=CasesTest -Dregenerate"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  @TestFactory
  Stream<DynamicTest> generatesWhatIsExpected() throws IOException {
    return folders().map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> run(folder)));
  }

  @Test
  void everyProblemHasANegativeCase() throws IOException {
    Set<String> tags =
        Arrays.stream(Problem.values())
            .map(Problem::tag)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> cases =
        folders()
            .filter(folder -> Files.exists(folder.resolve("expected/errors.txt")))
            .map(folder -> folder.getFileName().toString().replaceAll("_.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(tags, cases);
  }

  private static Stream<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(CASES)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("_"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static void run(Path folder) throws IOException {
    Map<String, String> actual = Compiled.of(CASES.resolve("_base"), folder.resolve("input"));
    Path expected = folder.resolve("expected");
    if (System.getProperty("regenerate") != null) {
      write(expected, actual);
    }
    assertTrue(
        Files.isDirectory(expected), () -> "no " + expected + "; write it with: " + REGENERATE);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(expected)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertEquals(names, actual.keySet(), () -> "files of " + expected + "; " + REGENERATE);
    for (String name : names) {
      assertEquals(
          Files.readString(expected.resolve(name)),
          actual.get(name),
          () -> expected.resolve(name) + " differs; after a look, regenerate with: " + REGENERATE);
    }
    if (names.contains("errors.txt")) {
      String tag = folder.getFileName().toString().replaceAll("_.*", "");
      assertTrue(
          Files.readString(expected.resolve("errors.txt")).contains("[" + tag + "]"),
          () -> folder + " does not show the problem it is named after");
    }
  }

  private static void write(Path expected, Map<String, String> actual) throws IOException {
    Files.createDirectories(expected);
    try (Stream<Path> files = Files.list(expected)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> file : actual.entrySet()) {
      Files.writeString(expected.resolve(file.getKey()), file.getValue());
    }
  }
}
