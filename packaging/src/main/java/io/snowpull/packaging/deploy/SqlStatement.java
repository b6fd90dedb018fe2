package io.snowpull.packaging.deploy;

import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * One statement for the account.
 *
 * @param text what is sent
 * @param shown the same without secrets, for logs, dry runs and errors
 */
record SqlStatement(String text, String shown) {
  private static final String GAP = "{}";

  /** Fills the gaps of {@code template}, in order. Only constants can be templates. */
  static SqlStatement of(@CompileTimeConstant final String template, SqlValue... values) {
    StringBuilder text = new StringBuilder(template.length() + 64);
    StringBuilder shown = new StringBuilder(template.length() + 64);
    int from = 0;
    for (SqlValue value : values) {
      int gap = template.indexOf(GAP, from);
      if (gap < 0) {
        throw new IllegalArgumentException("more values than gaps in: " + template);
      }
      text.append(template, from, gap).append(value.rendered());
      shown.append(template, from, gap).append(value.shown());
      from = gap + GAP.length();
    }
    if (template.indexOf(GAP, from) >= 0) {
      throw new IllegalArgumentException("fewer values than gaps in: " + template);
    }
    text.append(template, from, template.length());
    shown.append(template, from, template.length());
    return new SqlStatement(text.toString(), shown.toString());
  }

  /** Secrets never show. */
  @Override
  public String toString() {
    return shown;
  }
}
