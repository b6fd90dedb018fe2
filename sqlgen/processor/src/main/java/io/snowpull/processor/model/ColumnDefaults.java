package io.snowpull.processor.model;

/** The kinds of defaults and the clause each becomes. */
public enum ColumnDefaults {
  NONE(""),
  LITERAL("DEFAULT"),
  SYSDATE("DEFAULT SYSDATE()"),
  CURRENT_TIMESTAMP("DEFAULT CURRENT_TIMESTAMP()"),
  AUTOINCREMENT("AUTOINCREMENT START 1 INCREMENT 1 ORDER"),
  UUID("DEFAULT UUID_STRING()");

  private final String clause;

  ColumnDefaults(String clause) {
    this.clause = clause;
  }

  /** The clause; a literal follows it for {@link #LITERAL}. */
  public String clause() {
    return clause;
  }
}
