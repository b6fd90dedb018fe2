package io.snowpull.runtime.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

// docs:begin table
/**
 * What became of each resource; rows are only added, the newest of a key counts.
 *
 * @param sequence tells rows of one instant apart
 */
@StateTable(
    comment = "What became of each resource; rows are only added, the newest of a key counts")
record AppState(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp timestamp,
    String key,
    Variant value,
    @Column(defaultTo = ColumnDefault.AUTOINCREMENT) long sequence) {}
// docs:end table
