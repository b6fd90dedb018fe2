package io.snowpull.processor.model;

import java.util.regex.Pattern;

/** A type as SQL spells it. */
public record SqlType(String text) {

  private static final Pattern FORM = Pattern.compile("[A-Z_]+(\\([0-9]+(, [0-9]+)?\\))?");

  public static final SqlType ARRAY = new SqlType("ARRAY");
  public static final SqlType BINARY = new SqlType("BINARY");
  public static final SqlType BOOLEAN = new SqlType("BOOLEAN");
  public static final SqlType DATE = new SqlType("DATE");
  public static final SqlType FLOAT = new SqlType("FLOAT");
  public static final SqlType NUMBER = new SqlType("NUMBER");
  public static final SqlType OBJECT = new SqlType("OBJECT");
  public static final SqlType TIME = new SqlType("TIME");
  public static final SqlType TIMESTAMP_NTZ = new SqlType("TIMESTAMP_NTZ");
  public static final SqlType VARCHAR = new SqlType("VARCHAR");
  public static final SqlType VARIANT = new SqlType("VARIANT");

  public SqlType {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the form of an SQL type: " + text);
    }
  }

  /** Whether a value of it is JSON rather than one of the database's own. */
  public boolean isSemiStructured() {
    return equals(VARIANT) || equals(OBJECT) || equals(ARRAY);
  }

  @Override
  public String toString() {
    return text;
  }
}
