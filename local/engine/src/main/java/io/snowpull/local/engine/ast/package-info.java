/** The syntax tree of Snowflake SQL: what the parser builds and every statement handler reads. */
@NullMarked
package io.snowpull.local.engine.ast;

import org.jspecify.annotations.NullMarked;
