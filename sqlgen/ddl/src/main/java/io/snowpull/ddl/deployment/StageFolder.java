package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * A folder on a named internal stage.
 *
 * @param stage name of the stage with its database and schema
 * @param path relative to the stage, without slashes at its ends
 */
public record StageFolder(List<String> stage, String path) {
  /** What Snowflake takes in the paths of an application's files (BCR-2169). */
  private static final Pattern PATH =
      Pattern.compile("(?!\\.\\.?(?:/|$))[A-Za-z0-9_.-]+(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9_.-]+)*");

  public StageFolder {
    stage = List.copyOf(stage);
    checked(path);
  }

  /**
   * Refuses paths that could not stand in a statement without quotes.
   *
   * @throws IllegalArgumentException for such a path
   */
  public static String checked(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "the file name '" + path + "' is not allowed: use letters, digits, '_', '-' and '.'");
    }
    return path;
  }

  /**
   * Sends a file of this machine, as it is, over one that is there.
   *
   * @param file absolute path on this machine
   * @param subfolder relative to this folder, empty for the folder itself
   */
  public AccountStatement put(String file, String subfolder) {
    return AccountStatement.of(
        "PUT {0} {1} AUTO_COMPRESS = FALSE OVERWRITE = TRUE",
        Rendering.text("file://" + file), location(subfolder.isEmpty() ? "" : subfolder + "/"));
  }

  /** Every file below, with its checksum. */
  public AccountStatement list() {
    return AccountStatement.of("LIST {0}", location(""));
  }

  /**
   * @param file relative to this folder
   */
  public AccountStatement remove(String file) {
    return AccountStatement.of("REMOVE {0}", location(file));
  }

  /** For USING clauses, where a location is a text. */
  QueryPart asText() {
    QueryPart location = DSL.sql("@{0}/{1}", Rendering.plain(stage), DSL.raw(path));
    return Rendering.text(new Rendering().text(location));
  }

  private QueryPart location(String below) {
    String within = below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
    if (!within.isEmpty()) {
      checked(within);
    }
    return DSL.sql("@{0}/{1}/{2}", Rendering.plain(stage), DSL.raw(path), DSL.raw(below));
  }
}
