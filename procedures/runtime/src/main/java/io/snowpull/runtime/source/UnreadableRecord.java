package io.snowpull.runtime.source;

import java.util.Optional;

/**
 * A row of which the source sent something that is no row.
 *
 * @param id the source's number of the row, where that could be read
 * @param text what came, byte for byte
 * @param contentHash the same for the same {@code text}, in hexadecimal
 * @param reason what is wrong with it
 */
public record UnreadableRecord(Optional<Long> id, String text, String contentHash, String reason) {}
