package io.snowpull.processor.approved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists and texts.
 *
 * <p>A processor's dependencies end up on the path of every compilation that uses it, so this one
 * reads its own output itself. Numbers, booleans and null are texts.
 */
final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value; throws {@link IllegalArgumentException} with the position of what is no JSON. */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.unexpected();
    }
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      String key = string();
      expect(':');
      members.put(key, value());
      if (peek() != '}') {
        expect(',');
      }
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    at++;
    while (peek() != ']') {
      elements.add(value());
      if (peek() != ']') {
        expect(',');
      }
    }
    at++;
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (current() != '"') {
      if (current() == '\\') {
        at++;
        string.append(escaped());
      } else {
        string.append(current());
      }
      at++;
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    return switch (current()) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        current();
        yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
      }
      default -> current();
    };
  }

  private String word() {
    int start = at;
    while (at < text.length() && "+-.".indexOf(text.charAt(at)) + 1 + letter(text.charAt(at)) > 0) {
      at++;
    }
    if (start == at) {
      throw unexpected();
    }
    return text.substring(start, at);
  }

  private static int letter(char c) {
    return Character.isLetterOrDigit(c) ? 1 : 0;
  }

  private char peek() {
    skipSpace();
    return current();
  }

  private char current() {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw unexpected();
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        at < text.length()
            ? "unexpected '" + text.charAt(at) + "' at character " + at
            : "unexpected end");
  }
}
