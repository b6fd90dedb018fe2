/** The rules that Snowflake would enforce, or would silently break, checked on the model. */
@NullMarked
package io.snowpull.processor.validation;

import org.jspecify.annotations.NullMarked;
