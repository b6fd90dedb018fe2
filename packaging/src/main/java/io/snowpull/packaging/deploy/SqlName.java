package io.snowpull.packaging.deploy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that needs no quotes in SQL, folded to upper case as Snowflake folds it.
 *
 * <p>Names with other characters are refused: they gain nothing in a deployment and cost legible
 * statements.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax">Identifiers</a>
 */
public record SqlName(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z_][A-Z0-9_$]{0,254}");

  public SqlName {
    if (!FORM.matcher(text).matches()) {
      throw new DeploymentException(
          "INVALID_NAME",
          "'"
              + text
              + "' cannot be used as a name here: use letters, digits, _ and $, starting with a"
              + " letter");
    }
  }

  public static SqlName of(String text) {
    return new SqlName(text.toUpperCase(Locale.ROOT));
  }

  /** This name with {@code suffix} at its end. */
  public SqlName plus(String suffix) {
    return of(text + suffix);
  }

  @Override
  public String toString() {
    return text;
  }
}
