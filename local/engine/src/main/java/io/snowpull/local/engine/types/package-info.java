/**
 * Snowflake's data types: their SQL names, their names in the client protocol, and their
 * parameters.
 */
@NullMarked
package io.snowpull.local.engine.types;

import org.jspecify.annotations.NullMarked;
