package io.snowpull.processor.model;

/** A serverless task of the application that calls a procedure without arguments. */
public record TaskDefinition(
    Origin origin,
    QualifiedName name,
    QualifiedName procedure,
    String schedule,
    long timeoutMillis,
    int suspendAfterFailures) {}
