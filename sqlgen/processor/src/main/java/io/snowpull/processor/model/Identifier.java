package io.snowpull.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name in SQL; upper case when it needs no quotes.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax">identifiers</a>
 */
public record Identifier(String value) implements Comparable<Identifier> {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");
  private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern ACRONYM_END = Pattern.compile("([A-Z]+)([A-Z][a-z])");
  private static final int MAX_LENGTH = 255;

  public Identifier {
    if (PLAIN.matcher(value).matches()) {
      value = value.toUpperCase(Locale.ROOT);
    }
  }

  /** The upper snake case of a Java name: {@code resourceId} becomes {@code RESOURCE_ID}. */
  public static Identifier ofJavaName(String name) {
    String words = WORD_END.matcher(name).replaceAll("$1_$2");
    return new Identifier(ACRONYM_END.matcher(words).replaceAll("$1_$2"));
  }

  /** Whether it can be written without quotes. */
  public boolean plain() {
    return PLAIN.matcher(value).matches() && value.length() <= MAX_LENGTH;
  }

  @Override
  public int compareTo(Identifier other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
