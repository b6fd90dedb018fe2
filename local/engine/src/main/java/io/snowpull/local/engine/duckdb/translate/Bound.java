package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.SemiStructured;

/**
 * An expression that has found its names and its type.
 *
 * <p>The DuckDB type of {@code sql} holds the values of {@code type} but may be narrower: a
 * NUMBER(38,0) may be a BIGINT until it is stored.
 *
 * @param sql DuckDB SQL that can stand as an operand anywhere
 */
record Bound(String sql, SnowflakeType type, boolean nullable, Form form) {

  /** What the expression is beyond a value, where that decides how it is coerced. */
  enum Form {
    VALUE,
    NULL,
    NUMBER_LITERAL,
    TEXT_LITERAL
  }

  static final Bound NULL = new Bound("NULL", SnowflakeType.TEXT, true, Form.NULL);

  static Bound of(String sql, SnowflakeType type) {
    return new Bound(sql, type, true, Form.VALUE);
  }

  static Bound notNull(String sql, SnowflakeType type) {
    return new Bound(sql, type, false, Form.VALUE);
  }

  boolean isNull() {
    return form == Form.NULL;
  }

  boolean isSemiStructured() {
    return type instanceof SemiStructured;
  }

  boolean isNumber() {
    return type instanceof SnowflakeType.Number;
  }

  boolean isText() {
    return type instanceof SnowflakeType.Text;
  }
}
