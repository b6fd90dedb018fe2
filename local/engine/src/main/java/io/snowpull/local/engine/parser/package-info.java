/** From Snowflake SQL text to the syntax tree; the ANTLR grammar is in {@code src/main/antlr4}. */
@NullMarked
package io.snowpull.local.engine.parser;

import org.jspecify.annotations.NullMarked;
