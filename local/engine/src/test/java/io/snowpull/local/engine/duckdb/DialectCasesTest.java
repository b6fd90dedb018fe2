package io.snowpull.local.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Snowflake SQL in, columns and rows out, on a real DuckDB.
 *
 * <p>Each file of {@code cases} is one account: {@code > } begins a statement, further lines of it
 * are indented, the lines below are what it answers. A blank line ends the case.
 */
class DialectCasesTest {

  private record Case(String sql, String expected) {}

  @TestFactory
  Stream<DynamicContainer> cases() throws URISyntaxException, IOException {
    Path folder =
        Path.of(Objects.requireNonNull(DialectCasesTest.class.getResource("cases")).toURI());
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(String.valueOf(file.getFileName()), tests(file)));
  }

  private static Stream<DynamicTest> tests(Path file) {
    TestAccount account = TestAccount.inMemory();
    return read(file).stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.sql(), () -> assertEquals(one.expected(), answer(account, one.sql()))))
        .onClose(account::close);
  }

  private static String answer(TestAccount account, String sql) {
    try {
      Result result = account.run(sql);
      StringBuilder out = new StringBuilder();
      out.append(
          result.columns().stream()
              .map(column -> column.name() + " " + column.type().sql().replace("(16777216)", ""))
              .collect(Collectors.joining(" | ")));
      result
          .rows()
          .forEach(
              row ->
                  out.append('\n')
                      .append(
                          row.stream().map(TestAccount::shown).collect(Collectors.joining(" | "))));
      return out.toString();
    } catch (SnowflakeException e) {
      return "! " + e.code() + " " + e.sqlState() + " " + e.message().replace('\n', ' ');
    }
  }

  private static List<Case> read(Path file) {
    List<Case> cases = new ArrayList<>();
    List<String> sql = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("> ")) {
          flush(cases, sql, expected);
          sql.add(line.substring(2));
        } else if (line.startsWith("  ") && expected.isEmpty()) {
          sql.add(line);
        } else if (!line.isBlank() && !line.startsWith("--")) {
          expected.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    flush(cases, sql, expected);
    return cases;
  }

  private static void flush(List<Case> cases, List<String> sql, List<String> expected) {
    if (!sql.isEmpty()) {
      cases.add(new Case(String.join("\n", sql), String.join("\n", expected)));
      sql.clear();
      expected.clear();
    }
  }
}
