/** Finds what a source no longer has, and what changed there without a new time of change. */
@NullMarked
package io.snowpull.runtime.reconciliation;

import org.jspecify.annotations.NullMarked;
