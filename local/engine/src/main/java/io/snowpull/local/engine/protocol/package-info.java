/** Snowflake's client protocol over HTTP on the loopback interface. */
@NullMarked
package io.snowpull.local.engine.protocol;

import org.jspecify.annotations.NullMarked;
