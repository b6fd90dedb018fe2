package io.snowpull.runtime.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Runs that ended, with what each one read and wrote. The numbers are empty for a run that failed
 * before it could count.
 *
 * @param state what the run ended as
 * @param kind INGESTION, or RECONCILIATION for a comparison with all that the source has
 * @param skipped rows that the repository's options leave out
 * @param markedDeleted rows found to be gone at the source
 * @param parked rows kept aside in {@link ParkedRecord}
 * @param unchangedAnswers answers that nothing is new, which take nothing of the source's limit
 * @param bytes what came over the network
 */
@StateTable(comment = "Runs that ended, with what each one read and wrote")
record IngestionRun(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    @Column(notNull = true) long sourceId,
    @Column(notNull = true) String runId,
    Variant value,
    @Column(addedIn = "V0_1") @Nullable String state,
    @Column(addedIn = "V0_1") @Nullable Long inserted,
    @Column(addedIn = "V0_1") @Nullable Long updated,
    @Column(addedIn = "V0_1") @Nullable Long unchanged,
    @Column(addedIn = "V0_1") @Nullable Long parked,
    @Column(addedIn = "V0_1") @Nullable Long requests,
    @Column(addedIn = "V0_1") @Nullable Long unchangedAnswers,
    @Column(addedIn = "V0_1") @Nullable Long bytes,
    @Column(addedIn = "V0_1") @Nullable Double seconds,
    @Column(addedIn = "V0_1") @Nullable String kind,
    @Column(addedIn = "V0_1") @Nullable Long skipped,
    @Column(addedIn = "V0_1") @Nullable Long markedDeleted) {}
