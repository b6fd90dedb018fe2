package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.sql.Sql;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a run works with.
 *
 * @param id tells this run from all others
 * @param random spreads retries in time; nothing else depends on it
 */
public record RunSetting(
    String id,
    Sql sql,
    RunLimits limits,
    InstantSource clock,
    Pause pause,
    RandomGenerator random) {}
