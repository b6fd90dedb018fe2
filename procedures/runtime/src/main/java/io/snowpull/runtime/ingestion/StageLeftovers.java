package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.StagedLoad;
import io.snowpull.runtime.sql.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that killed runs left on the stage: costs, and nothing else. The next run that writes the
 * resource removes them, and so does the daily comparison, for a resource that changes no more.
 */
public final class StageLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(StageLeftovers.class);

  private StageLeftovers() {}

  /** Removes all files of a resource. */
  public static void remove(Sql sql, long sourceId) {
    run(sql, StagedLoad.removeLeft(sourceId));
  }

  /** Rows do not depend on a removal, so it may fail. */
  static void run(Sql sql, String removal) {
    try {
      sql.run(removal);
    } catch (RuntimeException e) {
      LOG.info("files on the stage stay until the next run: {}", e.getMessage());
    }
  }
}
