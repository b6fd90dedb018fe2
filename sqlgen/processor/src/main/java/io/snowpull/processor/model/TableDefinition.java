package io.snowpull.processor.model;

import java.util.List;

/** A table that survives upgrades. */
public record TableDefinition(
    Origin origin,
    QualifiedName name,
    String comment,
    List<ColumnDefinition> columns,
    List<Identifier> clusterBy,
    List<Identifier> readableBy,
    List<Identifier> retired) {}
