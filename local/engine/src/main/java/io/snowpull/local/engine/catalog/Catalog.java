package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The account's objects: read as a snapshot, changed one change at a time.
 *
 * <p>DDL commits at once in Snowflake, so a change is a transaction of its own: it sees what is
 * committed, and is seen as a whole or not at all, also after a crash.
 */
public final class Catalog {

  private final Database database;
  private final CatalogTables tables = new CatalogTables();
  private final ReentrantLock oneChangeAtATime = new ReentrantLock();
  private volatile CatalogSnapshot snapshot;

  private Catalog(Database database) throws SQLException {
    this.database = database;
    try (DatabaseConnection connection = database.connect()) {
      tables.create(connection.jdbc());
      this.snapshot = tables.read(connection.jdbc());
    }
  }

  /** The catalog in that database, empty if it is new. */
  public static Catalog open(Database database) {
    try {
      return new Catalog(database);
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
    try (DatabaseConnection connection = database.connect()) {
      connection.begin();
      CatalogChange change = new CatalogChange(connection, tables, snapshot);
      T answer = work.apply(change);
      connection.commit();
      snapshot = change.snapshot();
      return answer;
    } catch (SQLException e) {
      throw SnowflakeException.internal("a change of the catalog failed", e);
    } finally {
      oneChangeAtATime.unlock();
    }
  }
}
