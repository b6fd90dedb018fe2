package io.snowpull.annotations;

/** Defaults of columns. */
public enum ColumnDefault {
  /** No default. */
  NONE,
  /** The literal given beside it. */
  LITERAL,
  /** UTC time of the insertion, {@code SYSDATE()}. */
  SYSDATE,
  /** Time of the insertion in the session's zone, {@code CURRENT_TIMESTAMP()}. */
  CURRENT_TIMESTAMP,
  /** A growing number without gaps guarantee, {@code AUTOINCREMENT ORDER}. */
  AUTOINCREMENT,
  /** A random UUID, {@code UUID_STRING()}. */
  UUID
}
