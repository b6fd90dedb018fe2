/** What people do with resources and the connector once they are there. */
@NullMarked
package io.snowpull.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
