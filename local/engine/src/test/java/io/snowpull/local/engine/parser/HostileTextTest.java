package io.snowpull.local.engine.parser;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the answer is a tree or a SnowflakeException. */
class HostileTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT %s",
        "(",
        "[",
        "- ",
        "+",
        "NOT ",
        "EXPLAIN ",
        "CASE ",
        "CASE WHEN 1 THEN ",
        "f(",
        "{'a':",
        "x -> ",
        "BEGIN ",
        "IF (x) THEN ",
        "LOOP ",
        "SELECT * FROM (",
        "SELECT 1 UNION ALL ",
        "a[",
        "FOR i IN c DO ",
        "CREATE TASK t AS ",
        "LET x := ",
        "CAST(",
        "ARRAY(",
        "a::",
        "a.",
        "a:",
        ";",
        "'",
        "\"",
        "$$",
        "/*",
        "@",
        "\\"
      })
  void survivesEndlessRepetition(String piece) {
    for (String prefix : List.of("", "SELECT ", "SELECT a FROM t WHERE ", "BEGIN ")) {
      assertOnlyTypedErrors(prefix + piece.repeat(4_000));
    }
  }

  @Test
  void readsLongFlatStatements() {
    assertDoesNotThrow(
        () ->
            SnowflakeParser.parse(
                "INSERT INTO t VALUES " + "(1, 'a'), ".repeat(10_000) + "(2, 'b')"));
    assertDoesNotThrow(
        () -> SnowflakeParser.parse("SELECT * FROM t WHERE a IN (" + "1, ".repeat(20_000) + "2)"));
    assertEquals(5_000, SnowflakeParser.parse("SELECT 1; BEGIN;".repeat(2_500)).size());
  }

  @Test
  void readsDeepButBoundedNesting() {
    int depth = NestingGuard.MAX_DEPTH - 1;
    assertDoesNotThrow(
        () -> SnowflakeParser.parse("SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth)));
    assertDoesNotThrow(
        () -> SnowflakeParser.parse("SELECT 1" + " + 1".repeat(NestingGuard.MAX_CHAIN)));
    String from = "SELECT * FROM (".repeat(depth) + "SELECT 1" + ")".repeat(depth);
    assertDoesNotThrow(() -> SnowflakeParser.parse(from));
  }

  @Test
  void saysWhatIsTooDeep() {
    SnowflakeException error =
        assertThrows(
            SnowflakeException.class,
            () -> SnowflakeParser.parse("SELECT " + "(".repeat(1_000) + "1" + ")".repeat(1_000)));
    assertEquals("001003", error.code());
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertOnlyTypedErrors(new String(bytes, StandardCharsets.ISO_8859_1));
      assertOnlyTypedErrors("SELECT " + new String(bytes, StandardCharsets.UTF_16LE));
    }
  }

  /** Tokens of the cases, dropped, doubled and exchanged. */
  @Test
  void survivesMutatedStatements() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/cases/parser"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      List<String> words = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
      for (int change = 0; change <= random.nextInt(3); change++) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(3)) {
          case 0 -> words.set(at, "");
          case 1 -> words.set(at, words.get(at) + " " + words.get(at));
          default -> words.set(at, words.get(random.nextInt(words.size())));
        }
      }
      assertOnlyTypedErrors(String.join("", words));
    }
  }

  private static void assertOnlyTypedErrors(String text) {
    try {
      SnowflakeParser.parse(text);
    } catch (SnowflakeException expected) {
      assertEquals(6, expected.code().length());
    } catch (Throwable escaped) {
      throw new AssertionError(
          "escaped for: " + text.substring(0, Math.min(300, text.length())), escaped);
    }
  }
}
