package sample;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** What happened, only ever appended. */
@StateTable(clusterBy = "TIMESTAMP", readableBy = "APP_VIEWER")
record AppState(
    @Column(defaultTo = ColumnDefault.SYSDATE) java.sql.Timestamp timestamp,
    @Column(notNull = true) String key,
    Variant value,
    @Column(precision = 38, scale = 0, defaultTo = ColumnDefault.AUTOINCREMENT) long sequence,
    @Column(defaultTo = ColumnDefault.LITERAL, literal = "a\\b'c") String origin,
    @Column(addedIn = "V0_2", precision = 36) String runId) {}
