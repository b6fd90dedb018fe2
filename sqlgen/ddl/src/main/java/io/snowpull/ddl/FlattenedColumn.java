package io.snowpull.ddl;

import java.util.List;
import java.util.Locale;

/**
 * A column of a flattening view.
 *
 * @param name its name, in upper case
 * @param type what its value becomes
 * @param path steps into the row's VARIANT, outermost first
 */
public record FlattenedColumn(String name, Type type, List<String> path) {
  /** What a value inside a VARIANT becomes. */
  public enum Type {
    NUMBER("NUMBER(38, 0)"),
    VARCHAR("VARCHAR"),
    BOOLEAN("BOOLEAN"),
    TIMESTAMP_NTZ("TIMESTAMP_NTZ"),
    /** The value as it is. */
    VARIANT("VARIANT"),
    /** Whether there is a value. */
    PRESENCE("BOOLEAN");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  public FlattenedColumn {
    path = List.copyOf(path);
  }

  /** The column of a top-level key, called like it. */
  public static FlattenedColumn of(String key, Type type) {
    return new FlattenedColumn(key.toUpperCase(Locale.ROOT), type, List.of(key));
  }
}
