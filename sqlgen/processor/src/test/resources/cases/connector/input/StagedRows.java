package sample;

import io.snowpull.annotations.*;

@StateStage(comment = "Rows on their way into tables; the connector's own")
interface StagedRows {}
