package io.snowpull.local.worker.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One SQL value as text: plain decimal for numbers, upper-case hexadecimal for BINARY, {@code
 * true}/{@code false}, ISO-8601 for dates, times and timestamps, JSON for VARIANT, OBJECT and
 * ARRAY; null is SQL NULL.
 */
public record SqlValue(SqlKind kind, @Nullable String text) {}
