package io.snowpull.local.engine.ast;

/**
 * A name as Snowflake stores it: folded to upper case when it was written without quotes, verbatim
 * when quoted.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax">Identifier
 *     requirements</a>
 */
public record Identifier(String name) {
  /** The name as SQL text that reads back as this identifier: plain where possible, else quoted. */
  @Override
  public String toString() {
    return isPlain() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private boolean isPlain() {
    if (name.isEmpty() || !isStart(name.charAt(0))) {
      return false;
    }
    return name.chars().allMatch(c -> isStart(c) || (c >= '0' && c <= '9') || c == '$');
  }

  private static boolean isStart(int c) {
    return (c >= 'A' && c <= 'Z') || c == '_';
  }
}
