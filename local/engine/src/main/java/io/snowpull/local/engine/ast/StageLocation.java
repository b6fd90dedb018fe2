package io.snowpull.local.engine.ast;

import org.jspecify.annotations.Nullable;

/**
 * A place in a stage: {@code @db.schema.stage/path}, {@code @%table/path}, {@code @~/path}, or a
 * location that is not a stage of this account.
 *
 * @param name the stage or table; null for the user's stage and for other locations
 * @param path without leading slash, "" for the root; the whole text for other locations
 * @param bind the bound value that holds the location as text; null where it is written out
 */
public record StageLocation(
    Kind kind, ObjectName.@Nullable Plain name, String path, Expression.@Nullable Bind bind) {

  public StageLocation(Kind kind, ObjectName.@Nullable Plain name, String path) {
    this(kind, name, path, null);
  }

  /** A location that a bound value holds. */
  public static StageLocation bound(Expression.Bind bind) {
    return new StageLocation(Kind.BOUND, null, "", bind);
  }

  /** Which kind of stage. */
  public enum Kind {
    NAMED,
    TABLE,
    USER,
    /** A path without stage, as in a native app's {@code FROM '/streamlit'}, or a URL. */
    OTHER,
    /** Known when the statement runs. */
    BOUND
  }
}
