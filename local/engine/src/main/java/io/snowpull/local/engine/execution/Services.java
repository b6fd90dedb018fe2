package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.access.SecretStore;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.stage.StageStore;
import java.time.Clock;

/** What handlers use of the account. */
public record Services(
    Catalog catalog,
    AccessControl access,
    DataAccess data,
    SqlContexts sql,
    FileTransfers transfers,
    StageStore stages,
    SecretStore secrets,
    QueryRegistry queries,
    StatementParser parser,
    Clock clock) {}
