/** The mapping between SQL values and the Java values of handlers, both ways. */
@NullMarked
package io.snowpull.local.worker.values;

import org.jspecify.annotations.NullMarked;
