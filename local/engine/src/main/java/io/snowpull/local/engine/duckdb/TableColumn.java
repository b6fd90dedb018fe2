package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.result.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column of a stored table.
 *
 * @param defaultValue what an INSERT without the column stores; null for NULL
 * @param autoIncrement the sequence that fills the column instead; null without AUTOINCREMENT
 */
public record TableColumn(
    Column column, @Nullable Expression defaultValue, @Nullable PhysicalName autoIncrement) {

  /** A column without a default. */
  public static TableColumn of(Column column) {
    return new TableColumn(column, null, null);
  }
}
