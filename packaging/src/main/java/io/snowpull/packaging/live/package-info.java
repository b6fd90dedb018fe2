/** Builds the package again from changed sources in a second or two, without Maven. */
@NullMarked
package io.snowpull.packaging.live;

import org.jspecify.annotations.NullMarked;
