package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.StatementType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement as DuckDB SQL.
 *
 * @param before statements to run first, in the same transaction
 * @param columns the result's columns; for DML the counts
 * @param computed relations to be stored as temporary tables first, by name
 * @param binds how many values the Snowflake statement wants bound
 * @param locked the table to be locked while the transaction runs; null if none
 */
public record BoundStatement(
    StatementType type,
    List<String> before,
    String sql,
    List<Column> columns,
    List<SqlValue> parameters,
    Map<String, RelationSource.Computed> computed,
    int binds,
    @Nullable PhysicalName locked) {}
