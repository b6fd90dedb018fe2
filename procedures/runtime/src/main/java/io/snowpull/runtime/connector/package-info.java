/** The bodies of the stored procedures that every connector has. */
@NullMarked
package io.snowpull.runtime.connector;

import org.jspecify.annotations.NullMarked;
