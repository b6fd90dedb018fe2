package io.snowpull.runtime.tables;

import io.snowpull.annotations.StateStage;

/** Rows of large batches on their way into tables; removed once they are there. */
@StateStage(comment = "Rows of large batches on their way into tables; removed once they are there")
interface StagedRows {}
