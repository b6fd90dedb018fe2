/**
 * Results in Arrow's IPC stream format, as Snowflake's drivers read them.
 *
 * <p>Written with Arrow's own table definitions (arrow-format) and plain byte arrays: the Arrow
 * library for Java would need {@code --add-opens} in the JVM of whoever embeds the account.
 */
@NullMarked
package io.snowpull.local.engine.protocol.arrow;

import org.jspecify.annotations.NullMarked;
