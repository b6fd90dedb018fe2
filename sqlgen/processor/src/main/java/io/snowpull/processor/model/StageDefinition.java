package io.snowpull.processor.model;

import java.util.List;

/** An internal stage that survives upgrades. */
public record StageDefinition(
    Origin origin,
    QualifiedName name,
    Keyword fileType,
    String comment,
    List<Identifier> readableBy) {}
