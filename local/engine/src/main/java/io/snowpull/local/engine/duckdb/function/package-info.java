/** Scalar functions that DuckDB lacks or that differ from Snowflake's, written in Java. */
@NullMarked
package io.snowpull.local.engine.duckdb.function;

import org.jspecify.annotations.NullMarked;
