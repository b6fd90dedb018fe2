package io.snowpull.processor.model;

/**
 * A column of a table.
 *
 * @param defaultExpression DEFAULT or AUTOINCREMENT clause, see {@link ColumnDefaults}
 * @param addedIn application version that added it; empty for the table's first version
 */
public record ColumnDefinition(
    Origin origin,
    Identifier name,
    SqlType type,
    boolean notNull,
    ColumnDefaults defaultExpression,
    String literal,
    String addedIn) {}
