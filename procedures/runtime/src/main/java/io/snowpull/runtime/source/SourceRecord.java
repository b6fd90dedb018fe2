package io.snowpull.runtime.source;

import java.time.Instant;

/**
 * One row as the source sent it.
 *
 * @param id the source's number of the row
 * @param updatedAt when the source last changed it
 * @param json the row, byte for byte as it came
 * @param contentHash the same for the same {@code json}, in hexadecimal
 */
public record SourceRecord(long id, Instant updatedAt, String json, String contentHash) {}
