package io.snowpull.local.engine.result;

import io.snowpull.local.engine.types.SnowflakeType;

/** One column of a result or of a table, with its name as stored (case as given). */
public record Column(String name, SnowflakeType type, boolean nullable) {

  /** A column that may hold NULL. */
  public static Column of(String name, SnowflakeType type) {
    return new Column(name, type, true);
  }

  /** A nullable text column, as SHOW and DESCRIBE are made of. */
  public static Column text(String name) {
    return of(name, SnowflakeType.TEXT);
  }
}
