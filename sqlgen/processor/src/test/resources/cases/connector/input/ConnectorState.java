package sample;

import io.snowpull.annotations.*;

/** The newest state of each repository. */
@StateView(
    of = AppState.class,
    onePer = "KEY",
    newestBy = {"TIMESTAMP", "SEQUENCE"},
    readableBy = "APP_VIEWER")
record ConnectorState(
    @From(column = "KEY") String repository,
    @From(column = "VALUE", path = {"state"}) String state,
    @From(column = "VALUE", path = {"ingestion", "rows'count"}) long rowsCount) {}
