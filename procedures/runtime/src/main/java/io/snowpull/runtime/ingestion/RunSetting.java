package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.sql.Sql;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What a run works with.
 *
 * @param id tells this run from all others
 * @param fetching runs the requests of a first load, as many at once as the limits say; each blocks
 *     while it waits for the source
 * @param staging how batches too large for a statement go to the account; empty to make them
 *     smaller
 * @param random spreads retries in time; nothing else depends on it
 */
public record RunSetting(
    String id,
    Sql sql,
    Optional<Staging> staging,
    RunLimits limits,
    InstantSource clock,
    Pause pause,
    Executor fetching,
    RandomGenerator random) {}
