package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The account's objects: read as a snapshot, changed one change at a time.
 *
 * <p>DDL commits at once in Snowflake, so a change is a transaction of its own: it sees what is
 * committed, and is seen as a whole or not at all, also after a crash.
 */
public final class Catalog {

  private final DataSource connections;
  private final CatalogTables tables = new CatalogTables();
  private final ReentrantLock oneChangeAtATime = new ReentrantLock();
  private volatile CatalogSnapshot snapshot;

  private Catalog(DataSource connections) throws SQLException {
    this.connections = connections;
    try (Connection connection = connections.getConnection()) {
      tables.create(connection);
      this.snapshot = tables.read(connection);
    }
  }

  /** The catalog in the database behind the connections, empty if it is new. */
  public static Catalog open(DataSource connections) {
    try {
      return new Catalog(connections);
    } catch (SQLException e) {
      throw SnowflakeException.internal("the catalog cannot be read", e);
    }
  }

  /** The present state. */
  public CatalogSnapshot snapshot() {
    return snapshot;
  }

  /** What a change does; returns whatever its caller wants to know. */
  public interface Work<T> {
    T apply(CatalogChange change) throws SQLException;
  }

  /** Applies the change and commits it, or leaves everything as it was if it throws. */
  public <T> T change(Work<T> work) {
    oneChangeAtATime.lock();
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      CatalogChange change = new CatalogChange(connection, tables, snapshot);
      boolean committed = false;
      try {
        T answer = work.apply(change);
        connection.commit();
        committed = true;
        snapshot = change.snapshot();
        return answer;
      } finally {
        if (!committed) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw SnowflakeException.internal("a change of the catalog failed", e);
    } finally {
      oneChangeAtATime.unlock();
    }
  }
}
