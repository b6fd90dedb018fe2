package io.snowpull.packaging.deploy;

import java.util.regex.Pattern;

/**
 * A folder on a named internal stage.
 *
 * @param path relative to the stage, without slashes at its ends
 */
record StageFolder(SqlName database, SqlName schema, SqlName stage, String path) {
  /** What Snowflake takes in the paths of an application's files (BCR-2169). */
  private static final Pattern PATH =
      Pattern.compile("(?!\\.\\.?(?:/|$))[A-Za-z0-9_.-]+(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9_.-]+)*");

  StageFolder {
    checked(path);
  }

  /** Refuses paths that could not stand in a statement without quotes. */
  static String checked(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new DeploymentException(
          "INVALID_PATH",
          "the file name '" + path + "' is not allowed: use letters, digits, '_', '-' and '.'");
    }
    return path;
  }

  SqlValue.Name stageName() {
    return SqlValue.name(database, schema, stage);
  }

  /** With a slash at its end, as PUT takes it for a folder. */
  String location() {
    return "@" + stageName().rendered() + "/" + path + "/";
  }

  /** For USING clauses, where the location is a string. */
  SqlValue asText() {
    return SqlValue.text("@" + stageName().rendered() + "/" + path);
  }

  SqlValue root() {
    return new SqlValue.Place(this, "");
  }

  SqlValue file(String relativePath) {
    return new SqlValue.Place(this, checked(relativePath));
  }
}
