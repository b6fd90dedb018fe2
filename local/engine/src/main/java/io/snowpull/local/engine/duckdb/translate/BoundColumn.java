package io.snowpull.local.engine.duckdb.translate;

/**
 * A column in scope.
 *
 * @param visible false for the second of two columns that JOIN .. USING made one: it must be
 *     qualified
 */
record BoundColumn(String name, Bound value, boolean visible) {

  BoundColumn(String name, Bound value) {
    this(name, value, true);
  }

  BoundColumn withValue(Bound replacement) {
    return new BoundColumn(name, replacement, visible);
  }
}
