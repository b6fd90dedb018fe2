package io.snowpull.runtime.configuration;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.List;

/** The configuration of the connector, one row of STATE.APP_CONFIGURATION. */
public final class ConfigurationRepository {
  private static final String KEY = "config";

  private final Sql sql;

  public ConfigurationRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * The configuration in force.
   *
   * @throws ConnectorException NOT_PROVISIONED when there is none
   */
  public ConnectorConfiguration require() {
    List<SqlRow> rows = sql.run(RecurringStatement.SELECT_CONFIGURATION.text(), KEY);
    if (rows.isEmpty()) {
      throw new ConnectorException(
          RuntimeError.NOT_PROVISIONED,
          "The connector is not provisioned. Call PUBLIC.PROVISION_CONNECTOR(PARSE_JSON('{...}'))"
              + " first, or fill in the Configuration tab of the page.");
    }
    return ConnectorConfiguration.of(Json.parse(rows.get(0).text(0)));
  }

  public void save(ConnectorConfiguration configuration) {
    sql.run(
        RecurringStatement.MERGE_CONFIGURATION.text(), KEY, Json.write(configuration.document()));
  }
}
