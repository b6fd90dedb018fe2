package io.snowpull.local.engine.parser;

import org.antlr.v4.runtime.Token;

/** Unescapes quoted text. */
final class Literals {
  private Literals() {}

  /**
   * A {@code '..'} string.
   *
   * @see <a href="https://docs.snowflake.com/en/sql-reference/data-types-text">Escape sequences</a>
   */
  static String string(Token token) {
    String text = token.getText();
    StringBuilder out = new StringBuilder(text.length());
    int end = text.length() - 1;
    int at = 1;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\'') {
        out.append('\'');
        at += 2;
      } else if (c == '\\') {
        at = escape(text, at + 1, end, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  static String quotedName(Token token) {
    String text = token.getText();
    return text.substring(1, text.length() - 1).replace("\"\"", "\"");
  }

  /** A {@code $$..$$} string; nothing in it is an escape. */
  static String dollarString(Token token) {
    String text = token.getText();
    return text.substring(2, text.length() - 2);
  }

  private static int escape(String text, int at, int end, StringBuilder out) {
    char c = text.charAt(at);
    switch (c) {
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'x' -> {
        return code(text, at + 1, Math.min(at + 3, end), 16, 2, c, out);
      }
      case 'u' -> {
        return code(text, at + 1, Math.min(at + 5, end), 16, 4, c, out);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(text, at, Math.min(at + 3, end), out);
      }
      default -> out.append(c);
    }
    return at + 1;
  }

  private static int code(
      String text, int from, int to, int radix, int digits, char letter, StringBuilder out) {
    boolean complete =
        to - from == digits
            && text.substring(from, to).chars().allMatch(d -> Character.digit(d, radix) >= 0);
    if (!complete) {
      out.append(letter);
      return from;
    }
    out.append((char) Integer.parseInt(text.substring(from, to), radix));
    return to;
  }

  private static int octal(String text, int from, int limit, StringBuilder out) {
    int to = from;
    while (to < limit && Character.digit(text.charAt(to), 8) >= 0) {
      to++;
    }
    out.append((char) Integer.parseInt(text.substring(from, to), 8));
    return to;
  }
}
