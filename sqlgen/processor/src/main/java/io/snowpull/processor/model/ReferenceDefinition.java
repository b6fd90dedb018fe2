package io.snowpull.processor.model;

import java.util.List;

/**
 * A consumer's object bound by reference.
 *
 * @param registerCallback procedure that binds it
 * @param configurationCallback procedures that describe it: none or one
 */
public record ReferenceDefinition(
    Origin origin,
    Identifier name,
    String label,
    String description,
    Keyword objectType,
    List<Keyword> privileges,
    boolean multiValued,
    boolean requiredAtSetup,
    QualifiedName registerCallback,
    List<QualifiedName> configurationCallback) {}
