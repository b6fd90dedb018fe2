package io.snowpull.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and arguments that try to leave their quotes are read back as they were. */
class HostileTextTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "\\",
          "\\\\",
          "\\'",
          "\\\"",
          "$$",
          "?",
          ":user",
          "::",
          "{0}",
          "{1}",
          "{",
          "}",
          "--",
          "/*",
          "*/",
          ";",
          "\n",
          "\r",
          "\t",
          ".",
          "a",
          "é",
          "漢",
          "😀",
          " ",
          "' OR 1=1 --",
          "\\' OR 1=1 --",
          "\"; DROP DATABASE D; --");

  private static Stream<String> texts() {
    Random random = new Random(20_261_124);
    Stream<String> mixed =
        Stream.generate(
                () -> {
                  StringBuilder text = new StringBuilder("x");
                  for (int i = random.nextInt(8); i >= 0; i--) {
                    text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
                  }
                  return text.toString();
                })
            .limit(5_000);
    return Stream.concat(FRAGMENTS.stream(), mixed);
  }

  @Test
  void namesSurvive() {
    texts()
        .forEach(
            text -> {
              String create = new DatabaseStatements(text).create();
              String start = "CREATE DATABASE \"";
              assertTrue(create.startsWith(start) && create.endsWith("\""), create);
              String inner = create.substring(start.length(), create.length() - 1);
              assertTrue(!inner.replace("\"\"", "").contains("\""), create);
              assertEquals(text, inner.replace("\"\"", "\""));
            });
  }

  @Test
  void argumentsSurvive() {
    TaskStatements task = new TaskStatements(List.of("TASKS", "T"));
    texts()
        .forEach(
            text -> {
              String create =
                  task.create("warehouse_reference", "1 M", List.of("CORE", "RUN"), text);
              String literal = create.substring(create.indexOf("CORE.RUN(") + "CORE.RUN(".length());
              assertEquals(text, read(literal.substring(0, literal.length() - 1)));
            });
  }

  /** Reads a literal by Snowflake's rules; fails when it ends before the text does. */
  private static String read(String literal) {
    assertTrue(literal.startsWith("'") && literal.endsWith("'") && literal.length() > 1, literal);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c == '\'' || c == '\\') {
        i++;
        assertEquals(c, literal.charAt(i), literal);
        assertTrue(i < literal.length() - 1, literal);
      }
      text.append(c);
    }
    return text.toString();
  }
}
