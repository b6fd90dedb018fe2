package io.snowpull.processor.model;

import java.util.List;

/** A schema; a versioned one holds code only. */
public record SchemaDefinition(
    Origin origin, Identifier name, boolean versioned, String comment, List<Identifier> usableBy) {}
