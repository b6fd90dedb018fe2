package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.types.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param defaultSql the default as SQL text; null when there is none
 * @param identity for AUTOINCREMENT columns; null for all others
 */
public record ColumnDefinition(
    String name,
    SnowflakeType type,
    boolean nullable,
    @Nullable String defaultSql,
    @Nullable Identity identity,
    String comment) {

  /** Start and step of an AUTOINCREMENT column. */
  public record Identity(long start, long increment, boolean ordered) {}
}
