package io.snowpull.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the connector's state as the application itself: its tables are granted to nobody else.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/session-debugging">Session
 *     debugging</a>
 */
final class StateReader {
  private static final String BECOME_APPLICATION = "SELECT SYSTEM$BEGIN_DEBUG_APPLICATION(?)";
  private static final String NEWEST_STATES =
      """
      SELECT KEY, SEQUENCE, VALUE:state::VARCHAR, VALUE:reason::VARCHAR,
        VALUE:ingestion:rows_count::NUMBER, VALUE:ingestion:extras:requests::NUMBER,
        VALUE:ingestion:extras:seconds::FLOAT
      FROM GITHUB_CONNECTOR.STATE.APP_STATE
      WHERE SEQUENCE > ?
      QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY ORDER BY SEQUENCE DESC) = 1
      """;
  private static final String LAST_SEQUENCE =
      "SELECT COALESCE(MAX(SEQUENCE), 0) FROM GITHUB_CONNECTOR.STATE.APP_STATE";
  private static final String RESOURCES =
      """
      SELECT KEY, VALUE:table::VARCHAR, VALUE:view::VARCHAR
      FROM GITHUB_CONNECTOR.STATE.RESOURCE_CONFIGURATION
      WHERE LOWER(KEY) = LOWER(?) OR LOWER(VALUE:current_name::VARCHAR) = LOWER(?)
      """;
  private static final String COUNT = "SELECT COUNT(*) FROM IDENTIFIER(?)";

  private final Connection connection;

  private StateReader(Connection connection) {
    this.connection = connection;
  }

  /** From here on {@code connection} acts as the application. */
  static StateReader of(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BECOME_APPLICATION)) {
      statement.setString(1, Connector.APPLICATION);
      statement.executeQuery().close();
    }
    return new StateReader(connection);
  }

  /** The sequence number of the newest state of all; 0 when there is none. */
  long lastSequence() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAST_SEQUENCE);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The newest state of each repository that has one after {@code sequence}. */
  List<RunState> statesAfter(long sequence) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_STATES)) {
      statement.setLong(1, sequence);
      try (ResultSet rows = statement.executeQuery()) {
        List<RunState> states = new ArrayList<>();
        while (rows.next()) {
          states.add(state(rows));
        }
        return states;
      }
    }
  }

  private static RunState state(ResultSet rows) throws SQLException {
    return new RunState(
        rows.getString(1),
        rows.getLong(2),
        rows.getString(3),
        rows.getString(4),
        rows.getLong(5),
        rows.getLong(6),
        rows.getDouble(7));
  }

  /** Where the rows of a repository are; empty when it was never enabled. */
  Optional<Resource> resource(String repository) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESOURCES)) {
      statement.setString(1, repository);
      statement.setString(2, repository);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Resource(rows.getString(1), rows.getString(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  long count(String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /**
   * @param key the name under which the connector records states
   */
  record Resource(String key, String table, String view) {}
}
