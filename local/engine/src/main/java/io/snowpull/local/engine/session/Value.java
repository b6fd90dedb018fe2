package io.snowpull.local.engine.session;

import io.snowpull.local.engine.types.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * One typed value: a session variable, a scripting variable or a bound value. The content has the
 * Java type that {@link io.snowpull.local.engine.result.Result} gives a cell of the type; null is
 * SQL NULL.
 */
public record Value(SnowflakeType type, @Nullable Object content) {

  public static Value text(@Nullable String content) {
    return new Value(SnowflakeType.TEXT, content);
  }
}
