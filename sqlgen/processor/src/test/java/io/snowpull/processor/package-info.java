/** Tests of the processor as javac runs it. */
@NullMarked
package io.snowpull.processor;

import org.jspecify.annotations.NullMarked;
