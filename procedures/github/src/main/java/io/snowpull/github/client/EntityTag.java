package io.snowpull.github.client;

/**
 * The entity tag of an answer.
 *
 * @param value as GitHub sent it
 * @param credential the {@link Credential#fingerprint} that it was given to: GitHub's answers vary
 *     with it
 */
public record EntityTag(String value, String credential) {}
