/** Every fault the processor can report, with its stable tag. */
@NullMarked
package io.snowpull.processor.problem;

import org.jspecify.annotations.NullMarked;
