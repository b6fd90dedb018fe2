/** The source-neutral part of a pull-based connector; its packages are named by their job. */
@NullMarked
package io.snowpull.runtime;

import org.jspecify.annotations.NullMarked;
