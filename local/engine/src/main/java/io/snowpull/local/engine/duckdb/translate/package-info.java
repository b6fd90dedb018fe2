/** Binds Snowflake's syntax trees to names and types and renders them as DuckDB SQL. */
@NullMarked
package io.snowpull.local.engine.duckdb.translate;

import org.jspecify.annotations.NullMarked;
