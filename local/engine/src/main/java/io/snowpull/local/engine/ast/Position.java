package io.snowpull.local.engine.ast;

/**
 * Where a node begins in the text that was parsed: line from 1, column (in UTF-16 units) from 0, as
 * Snowflake counts them in its messages. Trees that differ only in positions are equal, so every
 * position equals every other.
 */
public record Position(int line, int column) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Position;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
