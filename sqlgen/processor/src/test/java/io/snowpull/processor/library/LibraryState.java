package io.snowpull.processor.library;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnDefault;
import io.snowpull.annotations.StateTable;
import java.sql.Timestamp;

/** What the case {@code library} declares by naming this package. */
@StateTable(comment = "State of a library's own")
record LibraryState(
    @Column(defaultTo = ColumnDefault.SYSDATE) Timestamp changedAt,
    @Column(notNull = true) String key,
    @Column(addedIn = "V2") Long count) {}
