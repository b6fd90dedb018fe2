package io.snowpull.runtime.tables;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import io.snowpull.runtime.connector.StandardRoles;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Rows that could not be written, each with what came and the reason, until a later version is
 * written.
 *
 * @param changedAt when the source changed it; empty for what is no row
 */
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
    @Column(notNull = true) String payload,
    @Column(addedIn = "V0_1") @Nullable Timestamp changedAt) {}
