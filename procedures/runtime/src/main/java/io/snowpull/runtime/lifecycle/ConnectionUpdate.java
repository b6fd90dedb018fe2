package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.provisioning.Provisioning;
import io.snowpull.runtime.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes secret, integration or address while resources run: a run that is under way goes on with
 * what it began with, the next one takes the new.
 */
public final class ConnectionUpdate {
  private static final Set<String> KEYS =
      Set.of("secret_name", "external_access_integration_name", "api_base_url");

  private final Sql sql;
  private final List<String> dataRoles;
  private final Consumer<ConnectorConfiguration> check;

  /**
   * @param dataRoles application roles that may see the destination database
   * @param check throws when the configuration cannot work for the source
   */
  public ConnectionUpdate(Sql sql, List<String> dataRoles, Consumer<ConnectorConfiguration> check) {
    this.sql = sql;
    this.dataRoles = List.copyOf(dataRoles);
    this.check = check;
  }

  /**
   * Binds what is given, and what is not as it was. With no change it binds again, which mends a
   * connection that an upgrade could not attach.
   *
   * @param change some of {@code secret_name}, {@code external_access_integration_name}, {@code
   *     api_base_url}; null for the last takes it away
   */
  public String update(JsonNode change) {
    if (!change.isObject()) {
      throw invalid("it is no JSON object");
    }
    ObjectNode document = new ConfigurationRepository(sql).require().document().deepCopy();
    change
        .fields()
        .forEachRemaining(
            field -> {
              if (!KEYS.contains(field.getKey())) {
                throw invalid("'" + field.getKey() + "' is no part of the connection");
              }
              document.set(field.getKey(), field.getValue());
            });
    ConnectorConfiguration configuration = ConnectorConfiguration.of(document);
    check.accept(configuration);
    new Provisioning(sql, dataRoles).provision(configuration);
    return "Connection updated";
  }

  private static ConnectorException invalid(String why) {
    return new ConnectorException(
        RuntimeError.REQUEST_INVALID,
        "The connection cannot be updated: "
            + why
            + ". Pass PARSE_JSON('{...}') with some of "
            + String.join(", ", KEYS.stream().sorted().toList())
            + ". Another database needs PUBLIC.RESET and PUBLIC.PROVISION_CONNECTOR.");
  }
}
