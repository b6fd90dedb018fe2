package io.snowpull.cli;

import org.jspecify.annotations.Nullable;

/** The environment variables. */
@FunctionalInterface
interface Environment {
  /** Null when the variable is not set. */
  @Nullable String get(String name);

  /** Null when the variable is not set or blank. */
  default @Nullable String present(String name) {
    String value = get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
