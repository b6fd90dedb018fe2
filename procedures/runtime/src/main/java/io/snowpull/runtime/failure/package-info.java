/**
 * What can go wrong in a connector: one exception type, its codes, and the one edge that maps and
 * logs.
 */
@NullMarked
package io.snowpull.runtime.failure;

import org.jspecify.annotations.NullMarked;
