/** The append-only record of what became of each resource. */
@NullMarked
package io.snowpull.runtime.state;

import org.jspecify.annotations.NullMarked;
