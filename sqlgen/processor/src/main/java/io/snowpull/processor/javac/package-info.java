/** The compiler's side: reads annotated elements into the model and reports faults on them. */
@NullMarked
package io.snowpull.processor.javac;

import org.jspecify.annotations.NullMarked;
