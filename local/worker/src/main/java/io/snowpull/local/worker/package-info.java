/** The process that runs the handlers of Java procedures, one call at a time. */
@NullMarked
package io.snowpull.local.worker;

import org.jspecify.annotations.NullMarked;
