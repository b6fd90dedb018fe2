package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps the connector's own tables right though nobody calls: runs that were left are put
 * right, and history that is older than it is to be kept is forgotten.
 *
 * <p>It comes with tasks that run anyway, so it starts no warehouse; the first in a day does it for
 * all.
 */
public final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** Less than a day, so that a daily task that begins a little early finds it due. */
  static final Duration PAUSE = Duration.ofHours(20);

  private static final String KEY = "housekeeping";

  private final Sql sql;
  private final Recovery recovery;
  private final Clock clock;

  public Housekeeping(Sql sql, Recovery recovery, Clock clock) {
    this.sql = sql;
    this.recovery = recovery;
    this.clock = clock;
  }

  /** Keeps house if it is time for it; a failure is logged, and is no failure of the caller's. */
  public void keepIfDue() {
    try {
      if (claim()) {
        keep();
      }
    } catch (RuntimeException e) {
      LOG.warn("the connector could not keep house, and tries again in a day", e);
    }
  }

  /** Of several that ask at once one is told so. */
  private boolean claim() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    SqlRow changed =
        sql.one(
            RecurringStatement.CLAIM_HOUSEKEEPING.text(),
            KEY,
            Json.write(Json.object().put("ran_at", now.toString())),
            now.minus(PAUSE).toString());
    return changed.number(0) + changed.number(1) > 0;
  }

  private void keep() {
    ObjectNode done = Json.object();
    done.set("recovered", recovery.recoverRuns().path("recovered"));
    History history = new History(sql);
    done.set("deleted", history.purge(history.retention()));
    LOG.info("kept house: {}", done);
  }
}
