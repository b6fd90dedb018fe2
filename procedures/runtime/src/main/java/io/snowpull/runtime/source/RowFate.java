package io.snowpull.runtime.source;

/** What became of a row. */
public enum RowFate {
  PRESENT,
  DELETED,
  /** It belongs to another resource now. */
  TRANSFERRED
}
