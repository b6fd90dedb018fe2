package io.snowpull.github.tables;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/** Runs that wrote or want to write a repository; only the newest of a repository may. */
@StateTable
record IngestionClaim(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    @Column(notNull = true) String runId,
    @Column(defaultTo = ColumnDefault.AUTOINCREMENT) long sequence) {}
