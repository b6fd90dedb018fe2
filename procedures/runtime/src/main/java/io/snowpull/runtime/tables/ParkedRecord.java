package io.snowpull.runtime.tables;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import io.snowpull.runtime.connector.StandardRoles;
import java.sql.Timestamp;

/** Rows that could not be written, each with what came and the reason */
@StateTable(
    readableBy = StandardRoles.DATA_READER,
    comment = "Rows that could not be written, each with what came and the reason")
record ParkedRecord(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    @Column(notNull = true) String runId,
    Long recordId,
    @Column(notNull = true) String contentHash,
    @Column(notNull = true) String reason,
    @Column(notNull = true) String payload) {}
