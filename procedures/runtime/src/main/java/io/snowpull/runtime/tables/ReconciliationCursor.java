package io.snowpull.runtime.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/**
 * How far the list of each resource was compared, where that took more than one run; rows are only
 * added, the newest of a resource counts.
 */
@StateTable(
    comment =
        "How far the list of each resource was compared, where that took more than one run; rows"
            + " are only added, the newest of a resource counts")
record ReconciliationCursor(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    String runId,
    Variant value,
    @Column(defaultTo = ColumnDefault.AUTOINCREMENT) long sequence) {}
