package io.snowpull.packaging.inspection;

/**
 * Something Snowflake would refuse, or would silently do wrong.
 *
 * @param tag stable, for searching
 * @param place file, and line where there is one
 * @param text what is wrong and the way out
 */
public record Finding(String tag, String place, String text) {

  @Override
  public String toString() {
    return "[" + tag + "] " + place + ": " + text;
  }
}
