package io.snowpull.processor.render;

import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;

/**
 * Snowflake SQL: a String becomes a whole literal.
 *
 * <p>A literal never holds two dollar signs in a row, so it can stand inside a {@code $$} body too.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/data-types-text#escape-sequences-in-single-quoted-string-constants">escape
 *     sequences</a>
 */
final class SqlLanguage implements Language {

  @Override
  public String write(Object value) {
    if (value instanceof String text) {
      return literal(text);
    }
    if (value instanceof Identifier identifier) {
      return identifier(identifier);
    }
    if (value instanceof QualifiedName name) {
      return identifier(name.schema()) + "." + identifier(name.name());
    }
    if (value instanceof Comment comment) {
      return comment.line();
    }
    if (value instanceof SqlType || value instanceof Keyword || value instanceof Number) {
      return value.toString();
    }
    if (value instanceof Layout layout) {
      return layout.text();
    }
    throw Language.unwritable(value, "SQL");
  }

  static String literal(String text) {
    rejectNul(text);
    return "'"
        + text.replace("\\", "\\\\").replace("'", "''").replaceAll("(?<=\\$)\\$", "\\\\x24")
        + "'";
  }

  private static String identifier(Identifier identifier) {
    rejectNul(identifier.value());
    return identifier.plain()
        ? identifier.value()
        : "\"" + identifier.value().replace("\"", "\"\"") + "\"";
  }

  private static void rejectNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("SQL cannot hold a NUL character");
    }
  }

  /** Text of a line comment. */
  record Comment(String text) {

    String line() {
      return text.replaceAll("\\s+", " ").strip();
    }
  }
}
