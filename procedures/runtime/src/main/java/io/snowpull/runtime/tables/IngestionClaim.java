package io.snowpull.runtime.tables;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/** Runs that wrote or want to write a resource; only the newest of a resource may. */
@StateTable(
    comment = "Runs that wrote or want to write a resource; only the newest of a resource may")
record IngestionClaim(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    @Column(notNull = true) String runId,
    @Column(defaultTo = ColumnDefault.AUTOINCREMENT) long sequence) {}
