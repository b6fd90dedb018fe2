/**
 * Everything Snowflake has to be told about a connector, as annotations on the Java it belongs to.
 */
@NullMarked
package io.snowpull.annotations;

import org.jspecify.annotations.NullMarked;
