package io.snowpull.runtime.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;

/** What the last test of the connection found, one row of STATE.APP_CONFIGURATION. */
public final class ConnectionTestRepository {
  private static final String KEY = "connection_test";
  private static final String OK = "ok";

  private final Sql sql;

  public ConnectionTestRepository(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a result; {@code ok} says whether the connection works. */
  public void save(ObjectNode result) {
    sql.run(RecurringStatement.MERGE_CONFIGURATION.text(), KEY, Json.write(result));
  }

  public boolean lastSucceeded() {
    return sql.run(RecurringStatement.SELECT_CONFIGURATION.text(), KEY).stream()
        .anyMatch(row -> Json.parse(row.text(0)).path(OK).asBoolean());
  }
}
