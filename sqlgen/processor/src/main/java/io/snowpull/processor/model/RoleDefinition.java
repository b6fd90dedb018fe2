package io.snowpull.processor.model;

import java.util.List;

/** An application role and the roles whose rights it includes. */
public record RoleDefinition(
    Origin origin, Identifier name, String comment, List<Identifier> inherits) {}
