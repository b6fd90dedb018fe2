package io.snowpull.local.engine.ast;

import org.jspecify.annotations.Nullable;

/**
 * A place in a stage: {@code @db.schema.stage/path}, {@code @%table/path}, {@code @~/path}, or a
 * location that is not a stage of this account.
 *
 * @param name the stage or table; null for the user's stage and for other locations
 * @param path without leading slash, "" for the root; the whole text for other locations
 */
public record StageLocation(Kind kind, ObjectName.@Nullable Plain name, String path) {
  /** Which kind of stage. */
  public enum Kind {
    NAMED,
    TABLE,
    USER,
    /** A path without stage, as in a native app's {@code FROM '/streamlit'}, or a URL. */
    OTHER
  }
}
