package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.types.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A typed constant: a bound value, a variable, the answer of a session function.
 *
 * @param value null for SQL NULL; else of the Java class that {@link
 *     io.snowpull.local.engine.result.Result} lists for the type
 */
public record SqlValue(SnowflakeType type, @Nullable Object value) {

  /** A text, or NULL. */
  public static SqlValue text(@Nullable String value) {
    return new SqlValue(SnowflakeType.TEXT, value);
  }
}
