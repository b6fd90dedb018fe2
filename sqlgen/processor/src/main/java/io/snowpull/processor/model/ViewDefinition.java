package io.snowpull.processor.model;

import java.util.List;

/**
 * A view over one table.
 *
 * @param onePer columns of which each combination gives one row; empty for every row
 * @param newestBy columns that choose that row, greatest first
 */
public record ViewDefinition(
    Origin origin,
    QualifiedName name,
    String comment,
    QualifiedName table,
    List<ViewColumnDefinition> columns,
    List<Identifier> onePer,
    List<Identifier> newestBy,
    List<Identifier> readableBy) {

  /** A column of the view: a column of the table, or a step into it. */
  public record ViewColumnDefinition(
      Origin origin, Identifier name, Identifier source, List<String> path, SqlType type) {}
}
