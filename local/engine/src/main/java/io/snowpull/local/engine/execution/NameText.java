package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a dotted name out of a string, as IDENTIFIER('db.s."t"') does. */
public final class NameText {

  private NameText() {}

  /**
   * The parts, unquoted ones folded to upper case.
   *
   * @throws SnowflakeException if the text is no name
   */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    String trimmed = text.trim();
    while (true) {
      int end;
      if (at < trimmed.length() && trimmed.charAt(at) == '"') {
        end = closingQuote(trimmed, at);
        parts.add(trimmed.substring(at + 1, end).replace("\"\"", "\""));
        end++;
      } else {
        end = at;
        while (end < trimmed.length() && isPart(trimmed.charAt(end))) {
          end++;
        }
        String part = trimmed.substring(at, end);
        if (part.isEmpty() && !(trimmed.startsWith("..", end - 1) && parts.size() == 1)) {
          throw invalid(text);
        }
        parts.add(part.isEmpty() ? "PUBLIC" : part.toUpperCase(Locale.ROOT));
      }
      if (end == trimmed.length()) {
        return parts;
      }
      if (trimmed.charAt(end) != '.') {
        throw invalid(text);
      }
      at = end + 1;
    }
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static int closingQuote(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i;
        }
      }
    }
    throw invalid(text);
  }

  private static SnowflakeException invalid(String text) {
    return SnowflakeException.compilationError("invalid identifier '" + text + "'");
  }
}
