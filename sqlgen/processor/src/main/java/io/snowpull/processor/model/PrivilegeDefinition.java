package io.snowpull.processor.model;

/** An account privilege with the reason the consumer reads. */
public record PrivilegeDefinition(Origin origin, Keyword privilege, String reason) {}
