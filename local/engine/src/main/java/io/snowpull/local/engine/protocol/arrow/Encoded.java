package io.snowpull.local.engine.protocol.arrow;

import java.util.List;

/**
 * A column's cells, or those of one of its children: one node of a record batch.
 *
 * @param buffers the validity bitmap (empty if nothing is null), then offsets and values as the
 *     type has them
 */
record Encoded(int length, int nulls, List<byte[]> buffers) {}
