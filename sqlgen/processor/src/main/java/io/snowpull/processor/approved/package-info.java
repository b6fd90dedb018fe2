/** The approved model of the application, for what a new version may not silently undo. */
@NullMarked
package io.snowpull.processor.approved;

import org.jspecify.annotations.NullMarked;
