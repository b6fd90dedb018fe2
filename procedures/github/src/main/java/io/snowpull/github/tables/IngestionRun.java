package io.snowpull.github.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/** Runs that ended, with what each one read and wrote. */
@StateTable
record IngestionRun(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    @Column(notNull = true) String runId,
    Variant value) {}
