package io.snowpull.processor.render;

import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.SqlType;

/** Java source: a String becomes a literal of ASCII characters. */
final class JavaLanguage implements Language {

  @Override
  public String write(Object value) {
    if (value instanceof String || value instanceof SqlType) {
      return literal(value.toString());
    }
    if (value instanceof Identifier identifier && identifier.plain()) {
      return identifier.value();
    }
    if (value instanceof Layout layout) {
      return layout.text();
    }
    throw Language.unwritable(value, "Java");
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        literal.append(c);
      } else {
        // Octal: a Unicode escape of a quote would end the literal before the compiler reads it.
        literal.append(
            c < 0x100 ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }
}
