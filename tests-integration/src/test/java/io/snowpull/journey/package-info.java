/** The whole, from the command line to rows, as a person runs it. */
@NullMarked
package io.snowpull.journey;

import org.jspecify.annotations.NullMarked;
