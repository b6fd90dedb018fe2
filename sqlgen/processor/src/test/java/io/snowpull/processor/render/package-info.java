/** Tests of the target languages and templates. */
@NullMarked
package io.snowpull.processor.render;

import org.jspecify.annotations.NullMarked;
