package io.snowpull.local.engine.ast;

/** A query as a statement. */
public record QueryStatement(Query query, String text) implements Statement {}
