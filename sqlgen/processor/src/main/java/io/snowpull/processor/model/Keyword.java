package io.snowpull.processor.model;

import java.util.regex.Pattern;

/** Words of the target language that stand as they are: privileges, object types, levels. */
public record Keyword(String text) {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*( [A-Z][A-Z0-9_]*)*");

  public Keyword {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a keyword: " + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
