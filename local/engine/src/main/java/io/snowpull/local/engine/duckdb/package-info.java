/** The engine below the account: runs Snowflake queries, DML and table DDL on embedded DuckDB. */
@NullMarked
package io.snowpull.local.engine.duckdb;

import org.jspecify.annotations.NullMarked;
