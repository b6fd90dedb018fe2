package sample;

import io.snowpull.annotations.*;

/** Files. */
@StateStage(schema = "CORE", readableBy = "APP_USR")
interface Files {}
