package io.snowpull.runtime.configuration;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;

/** Whether the connector is paused, one row of STATE.APP_CONFIGURATION. */
public final class PauseRepository {
  private static final String KEY = "connector";
  private static final String PAUSED = "paused";

  private final Sql sql;

  public PauseRepository(Sql sql) {
    this.sql = sql;
  }

  public boolean isPaused() {
    return sql.run(RecurringStatement.SELECT_CONFIGURATION.text(), KEY).stream()
        .anyMatch(row -> Json.parse(row.text(0)).path(PAUSED).asBoolean());
  }

  public void save(boolean paused) {
    sql.run(
        RecurringStatement.MERGE_CONFIGURATION.text(),
        KEY,
        Json.write(Json.object().put(PAUSED, paused)));
  }

  /**
   * @throws ConnectorException CONNECTOR_PAUSED when nothing may be started
   */
  public void requireRunning() {
    if (isPaused()) {
      throw new ConnectorException(
          RuntimeError.CONNECTOR_PAUSED,
          "The connector is paused, so nothing is started. Call PUBLIC.RESUME_CONNECTOR() first.");
    }
  }
}
