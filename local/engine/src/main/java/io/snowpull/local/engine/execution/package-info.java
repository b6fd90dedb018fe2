/** The way of a parsed statement to the handler of its family, and what a handler may use. */
@NullMarked
package io.snowpull.local.engine.execution;

import org.jspecify.annotations.NullMarked;
