package io.snowpull.processor.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.processor.model.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is written can be read back by the language's own rules, whatever the text. */
class EscapingTest {

  private final SqlLanguage sql = new SqlLanguage();

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(HostileText.chosen());
    assertTrue(texts.size() >= 200);
    texts.addAll(HostileText.random(100_000));
    return texts;
  }

  @Test
  void sqlLiteralsSurvive() {
    for (String text : texts()) {
      String written = sql.write(text);
      assertEquals(text, readLiteral(written));
      assertFalse(written.contains("$$"), written);
    }
  }

  @Test
  void sqlIdentifiersSurvive() {
    for (String text : texts()) {
      String written = sql.write(new Identifier(text));
      String read =
          written.startsWith("\"")
              ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
              : written;
      assertEquals(new Identifier(text).value(), read);
      if (written.startsWith("\"")) {
        String inner = written.substring(1, written.length() - 1);
        assertFalse(inner.replace("\"\"", "").contains("\""), written);
      } else {
        assertEquals(text.toUpperCase(Locale.ROOT), written);
      }
    }
  }

  @Test
  void sqlCommentsStayOnTheirLine() {
    for (String text : texts()) {
      String written = sql.write(new SqlLanguage.Comment(text));
      assertTrue(written.lines().count() <= 1, written);
    }
  }

  @Test
  void yamlScalarsSurvive() {
    YamlLanguage yaml = new YamlLanguage();
    org.yaml.snakeyaml.Yaml reader = new org.yaml.snakeyaml.Yaml();
    for (String text : texts()) {
      assertEquals(text, (Object) reader.load(yaml.write(text)));
    }
  }

  @Test
  void markdownCellsStayInTheirCell() {
    MarkdownLanguage markdown = new MarkdownLanguage();
    for (String text : texts()) {
      String written = markdown.write(text);
      assertTrue(written.lines().count() <= 1, written);
      assertFalse(written.replaceAll("\\\\[\\s\\S]", "").contains("|"), written);
    }
  }

  @Test
  void nulIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> sql.write("a\0b"));
    assertThrows(IllegalArgumentException.class, () -> sql.write(new Identifier("a\0b")));
  }

  @Test
  void valuesWithoutAFormAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> sql.write(new Object()));
    assertThrows(IllegalArgumentException.class, () -> sql.write(true));
  }

  /**
   * Reads a single-quoted literal by Snowflake's rules.
   *
   * @see <a
   *     href="https://docs.snowflake.com/en/sql-reference/data-types-text#escape-sequences-in-single-quoted-string-constants">escape
   *     sequences</a>
   */
  private static String readLiteral(String literal) {
    assertTrue(literal.length() >= 2 && literal.startsWith("'") && literal.endsWith("'"), literal);
    StringBuilder text = new StringBuilder();
    int i = 1;
    while (i < literal.length() - 1) {
      char c = literal.charAt(i);
      if (c == '\'') {
        assertEquals('\'', literal.charAt(i + 1), literal);
        assertTrue(i + 1 < literal.length() - 1, literal);
        text.append('\'');
        i += 2;
      } else if (c == '\\' && literal.charAt(i + 1) == 'x') {
        text.append((char) Integer.parseInt(literal.substring(i + 2, i + 4), 16));
        i += 4;
      } else if (c == '\\') {
        assertEquals('\\', literal.charAt(i + 1), literal);
        text.append('\\');
        i += 2;
      } else {
        text.append(c);
        i++;
      }
    }
    return text.toString();
  }
}
