/** Stored procedures: their statements, their calls, and the workers that run Java. */
@NullMarked
package io.snowpull.local.engine.procedure;

import org.jspecify.annotations.NullMarked;
