/**
 * The account's objects as immutable records, persisted in the DuckDB file and published as
 * snapshots.
 */
@NullMarked
package io.snowpull.local.engine.catalog;

import org.jspecify.annotations.NullMarked;
