package io.snowpull.runtime.configuration;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import java.util.Optional;

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
    return find()
        .orElseThrow(
            () ->
                new ConnectorException(
                    RuntimeError.NOT_PROVISIONED,
                    "The connector is not provisioned. Call"
                        + " PUBLIC.PROVISION_CONNECTOR(PARSE_JSON('{...}')) first, or fill in the"
                        + " Configuration tab of the page."));
  }

  /** The configuration in force; empty before the first. */
  public Optional<ConnectorConfiguration> find() {
    return sql.run(RecurringStatement.SELECT_CONFIGURATION.text(), KEY).stream()
        .findFirst()
        .map(row -> ConnectorConfiguration.of(Json.parse(row.text(0))));
  }

  /** Makes the connector one that was never provisioned. */
  public void delete() {
    sql.run(RecurringStatement.DELETE_CONFIGURATION.text(), KEY);
  }

  public void save(ConnectorConfiguration configuration) {
    sql.run(
        RecurringStatement.MERGE_CONFIGURATION.text(), KEY, Json.write(configuration.document()));
  }
}
