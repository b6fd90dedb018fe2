package io.snowpull.runtime.ingestion;

import io.snowpull.ddl.recurring.StagedLoad;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage, as one run uses it: a folder for each of its files, and none left behind.
 *
 * <p>What a killed run left is removed by the next that writes the resource, or by the comparison
 * with the source ({@link StageLeftovers}). Should it be the file of a run that still goes on, that
 * run finds no rows in it and falls back to bound ones, or is fenced off before that.
 */
final class RowStage {
  private static final Logger LOG = LoggerFactory.getLogger(RowStage.class);

  private final Sql sql;
  private final long sourceId;
  private final Optional<Staging> staging;
  private final long firstNumber;
  private long files;
  private boolean refused;
  private boolean cleared;

  /**
   * @param runId makes the numbers of this run's files differ from those of others
   * @param staging empty to bind all rows
   */
  RowStage(Sql sql, long sourceId, String runId, Optional<Staging> staging) {
    this.sql = sql;
    this.sourceId = sourceId;
    this.staging = staging;
    byte[] id = runId.getBytes(StandardCharsets.UTF_8);
    this.firstNumber = UUID.nameUUIDFromBytes(id).getMostSignificantBits() >>> 2;
  }

  /** Whether rows may go this way: that is wanted, and has not failed in this run. */
  boolean isUsable() {
    return staging.isPresent() && !refused;
  }

  boolean isFull(RowFile file) {
    Staging limits = staging.orElseThrow();
    return file.isFull(limits) || (files == 0 && file.rows() >= limits.firstRows());
  }

  /** Removes what earlier runs left, once. */
  void clear() {
    if (!cleared) {
      cleared = true;
      StageLeftovers.remove(sql, sourceId);
    }
  }

  /** A folder that no file was put into before. */
  StagedLoad next() {
    return new StagedLoad(sourceId, firstNumber + files++);
  }

  /**
   * Puts a file into its folder; outside a transaction, because it takes time.
   *
   * @throws SqlException when the account does not take it
   */
  void put(StagedLoad load, RowFile file) {
    staging.orElseThrow().upload().upload(load.file(), file.content());
  }

  void remove(StagedLoad load) {
    StageLeftovers.run(sql, load.remove());
  }

  /** From now on all rows of this run are bound. */
  void giveUp(SqlException why) {
    refused = true;
    LOG.warn("rows cannot go over the stage, so this run binds them: {}", why.getMessage());
  }
}
