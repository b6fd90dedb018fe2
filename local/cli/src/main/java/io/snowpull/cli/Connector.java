package io.snowpull.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.packaging.deploy.InstallationNames;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The installed connector's procedures, called as its administrator calls them. */
final class Connector {
  static final String APPLICATION = "GITHUB_CONNECTOR";
  private static final String DESTINATION = "GITHUB";

  private final Connection connection;
  private final InstallationNames names;

  Connector(Connection connection, InstallationNames names) {
    this.connection = connection;
    this.names = names;
  }

  /**
   * @param apiBaseUrl null for api.github.com
   */
  void provision(@Nullable URI apiBaseUrl) throws SQLException {
    ObjectNode configuration =
        JsonNodeFactory.instance
            .objectNode()
            .put("destination_database", DESTINATION)
            .put("secret_name", names.qualifiedSecret())
            .put("external_access_integration_name", names.integration().text());
    if (apiBaseUrl != null) {
      configuration.put("api_base_url", apiBaseUrl.toString());
    }
    call("CALL GITHUB_CONNECTOR.PUBLIC.PROVISION_CONNECTOR(PARSE_JSON(?))", configuration);
  }

  void enable(String repository) throws SQLException {
    call("CALL GITHUB_CONNECTOR.PUBLIC.ENABLE_RESOURCE(?)", repository);
  }

  private void call(String sql, Object argument) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(sql)) {
      call.setString(1, argument.toString());
      try (ResultSet answer = call.executeQuery()) {
        answer.next();
      }
    }
  }
}
