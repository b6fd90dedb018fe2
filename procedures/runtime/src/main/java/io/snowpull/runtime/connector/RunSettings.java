package io.snowpull.runtime.connector;

import io.snowpull.runtime.ingestion.Pause;
import io.snowpull.runtime.ingestion.RunLimits;
import io.snowpull.runtime.ingestion.RunSetting;
import io.snowpull.runtime.ingestion.Staging;
import io.snowpull.runtime.sql.Sql;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;

/** What the runs of a procedure work with. */
final class RunSettings {
  private RunSettings() {}

  static RunSetting of(Sql sql, RunLimits limits, Executor fetching) {
    return of(sql, Optional.empty(), limits, fetching);
  }

  static RunSetting of(Sql sql, Optional<Staging> staging, RunLimits limits, Executor fetching) {
    return new RunSetting(
        UUID.randomUUID().toString(),
        sql,
        staging,
        limits,
        InstantSource.system(),
        Pause.SLEEP,
        fetching,
        new Random());
  }
}
