package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.catalog.Catalog;
import java.time.Clock;

/** What handlers use of the account. */
public record Services(
    Catalog catalog, AccessControl access, ExpressionEvaluator evaluator, Clock clock) {}
