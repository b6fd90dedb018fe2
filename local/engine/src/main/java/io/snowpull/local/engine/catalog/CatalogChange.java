package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * One change of the catalog under way: what is put and removed here is written in the DuckDB
 * transaction of {@link #connection()}, and seen by others once that has committed.
 */
public final class CatalogChange {

  private final DatabaseConnection connection;
  private final CatalogTables tables;
  private CatalogSnapshot snapshot;

  CatalogChange(DatabaseConnection connection, CatalogTables tables, CatalogSnapshot snapshot) {
    this.connection = connection;
    this.tables = tables;
    this.snapshot = snapshot;
  }

  /** The transaction's connection, for the physical side of the change. */
  public DatabaseConnection connection() {
    return connection;
  }

  /** The catalog as changed so far. */
  public CatalogSnapshot snapshot() {
    return snapshot;
  }

  /** Creates the object or replaces the one under its key. */
  public void put(CatalogObject object) throws SQLException {
    tables.write(connection.jdbc(), object);
    snapshot = snapshot.with(object);
  }

  /** Moves the object to another name; grants on it move along. */
  public void rename(CatalogObject before, CatalogObject after) throws SQLException {
    tables.delete(connection.jdbc(), before.key());
    snapshot = snapshot.without(before.key());
    put(after);
    change(snapshot.withMovedGrants(before.key(), after.key()));
  }

  /** Removes the object and every grant on it or to it. */
  public void remove(CatalogObject object) throws SQLException {
    tables.delete(connection.jdbc(), object.key());
    snapshot = snapshot.without(object.key());
    revoke(grant -> object.key().equals(grant.on()) || grant.to().equals(asPrincipal(object)));
  }

  public void grant(Grant grant) throws SQLException {
    change(snapshot.withGrant(grant));
  }

  public void revoke(Predicate<Grant> revoked) throws SQLException {
    if (snapshot.grants().stream().anyMatch(revoked)) {
      change(snapshot.withoutGrants(revoked));
    }
  }

  private void change(CatalogSnapshot after) throws SQLException {
    tables.changeGrants(connection.jdbc(), snapshot.grants(), after.grants());
    snapshot = after;
  }

  private static Principal asPrincipal(CatalogObject object) {
    return switch (object.kind()) {
      case APPLICATION -> new Principal.Application(object.name().name());
      case APPLICATION_ROLE ->
          new Principal.ApplicationRole(object.name().database(), object.name().name());
      case USER -> new Principal.User(object.name().name());
      default -> new Principal.Role(object.kind() == ObjectKind.ROLE ? object.name().name() : "");
    };
  }
}
