/** The generated files: one template each, beside the class that fills it. */
@NullMarked
package io.snowpull.processor.render;

import org.jspecify.annotations.NullMarked;
