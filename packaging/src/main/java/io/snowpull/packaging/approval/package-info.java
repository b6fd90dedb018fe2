/** Holds the generated files against their approved copy, so that no change goes out unread. */
@NullMarked
package io.snowpull.packaging.approval;

import org.jspecify.annotations.NullMarked;
