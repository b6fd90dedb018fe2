package io.snowpull.local.engine.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code cases/parser/**.sql} parses to the tree beside it. After a wanted change: {@code mvn
 * test -pl local/engine -Dtest=TreeTest -Dsnowpull.approve=true}, then review the diff.
 */
class TreeTest {
  private static final Path CASES = Path.of("src/test/cases/parser");

  @TestFactory
  Stream<DynamicTest> parsesToTheApprovedTree() throws IOException {
    List<Path> cases = cases();
    assertFalse(cases.isEmpty(), "no cases in " + CASES.toAbsolutePath());
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(CASES.relativize(c).toString(), () -> compare(c)));
  }

  @TestFactory
  Stream<DynamicTest> needsNoFullContextPrediction() throws IOException {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    CASES.relativize(c).toString(),
                    () ->
                        new Parse(Files.readString(c))
                            .withoutFallback(
                                io.snowpull.local.engine.parser.grammar.SqlParser::script)));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static void compare(Path sql) throws IOException {
    Path approved = Path.of(sql.toString().replaceFirst("\\.sql$", ".tree"));
    String actual = tree(Files.readString(sql));
    if (Boolean.getBoolean("snowpull.approve")) {
      Files.writeString(approved, actual);
    }
    assertEquals(
        Files.exists(approved) ? Files.readString(approved) : "",
        actual,
        () -> approved + " differs; to approve: -Dtest=TreeTest -Dsnowpull.approve=true");
  }

  private static String tree(String sql) {
    try {
      List<Statement> statements = SnowflakeParser.parse(sql);
      return statements.stream().map(TreeText::of).collect(Collectors.joining());
    } catch (SnowflakeException error) {
      return error.code() + " " + error.message() + "\n";
    }
  }
}
