/** The declared application as immutable values, free of the compiler's types. */
@NullMarked
package io.snowpull.processor.model;

import org.jspecify.annotations.NullMarked;
