package io.snowpull.local.engine.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one connection that were prepared last, by their text.
 *
 * <p>Preparing is half of what a small query costs. DuckDB prepares a statement again by itself
 * when the catalog changed since. Not thread-safe, as the connection is not.
 */
final class PreparedStatements implements AutoCloseable {

  private static final int MOST = 32;

  private final Connection connection;
  private final Map<String, PreparedStatement> byText = new LinkedHashMap<>(MOST * 2, 0.75f, true);

  PreparedStatements(Connection connection) {
    this.connection = connection;
  }

  /** The statement; it stays open for the next one who asks. */
  PreparedStatement of(String text) throws SQLException {
    PreparedStatement known = byText.get(text);
    if (known != null) {
      return known;
    }
    PreparedStatement prepared = connection.prepareStatement(text);
    byText.put(text, prepared);
    if (byText.size() > MOST) {
      Iterator<PreparedStatement> oldest = byText.values().iterator();
      PreparedStatement evicted = oldest.next();
      oldest.remove();
      evicted.close();
    }
    return prepared;
  }

  /** After a failure: the next one who asks gets a fresh statement. */
  void forget(String text) {
    PreparedStatement failed = byText.remove(text);
    if (failed != null) {
      close(failed);
    }
  }

  @Override
  public void close() {
    byText.values().forEach(PreparedStatements::close);
    byText.clear();
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      // It failed before, or its connection is gone; nobody uses it again.
    }
  }
}
