/** Clients of Snowflake, unmodified, against the local account. */
@NullMarked
package io.snowpull.clients;

import org.jspecify.annotations.NullMarked;
