/** What a statement answers: typed columns with rows, or an error in Snowflake's shape. */
@NullMarked
package io.snowpull.local.engine.result;

import org.jspecify.annotations.NullMarked;
