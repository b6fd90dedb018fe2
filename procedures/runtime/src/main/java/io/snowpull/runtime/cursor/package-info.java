/** How far each resource has been read, stored in the same transaction as its rows. */
@NullMarked
package io.snowpull.runtime.cursor;

import org.jspecify.annotations.NullMarked;
