/** The resources a connector ingests, and the names of the objects that each one owns. */
@NullMarked
package io.snowpull.runtime.resource;

import org.jspecify.annotations.NullMarked;
