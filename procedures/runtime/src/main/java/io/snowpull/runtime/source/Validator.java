package io.snowpull.runtime.source;

/**
 * What an answer came with, to learn cheaply whether the same question would be answered alike.
 *
 * @param value what the source gave
 * @param credential a name for the credential that it was given to, which tells nothing about it; a
 *     validator is good for that one only
 */
public record Validator(String value, String credential) {}
