package io.snowpull.github.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/**
 * How far each repository has been read; rows are only added, the newest of a repository counts.
 */
@StateTable
record IngestionCursor(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    String runId,
    Variant value,
    @Column(defaultTo = ColumnDefault.AUTOINCREMENT) long sequence) {}
