package io.snowpull.processor.model;

/** The version's identity; label and comment empty when there is none. */
public record VersionDefinition(String name, String label, String comment) {}
