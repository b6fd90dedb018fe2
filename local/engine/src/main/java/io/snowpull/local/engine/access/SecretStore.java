package io.snowpull.local.engine.access;

import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of secrets. SQL writes them and never reads them: reading takes a {@link Reader},
 * which only the machinery that starts procedures is given.
 */
public final class SecretStore {

  private final Database database;

  public SecretStore(Database database) {
    this.database = database;
    try (DatabaseConnection connection = database.connect();
        Statement statement = connection.jdbc().createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS snowpull");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS snowpull.secret_values"
              + " (name VARCHAR, property VARCHAR, secret VARCHAR)");
    } catch (SQLException e) {
      throw SnowflakeException.internal("the store of secrets cannot be opened", e);
    }
  }

  /** Sets the properties of a secret: {@code SECRET_STRING}, or USERNAME and PASSWORD. */
  public void put(CatalogChange change, QualifiedName name, Map<String, String> properties)
      throws SQLException {
    Connection connection = change.connection().jdbc();
    for (Map.Entry<String, String> property : properties.entrySet()) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM snowpull.secret_values WHERE name = ? AND property = ?")) {
        delete.setString(1, name.toSql());
        delete.setString(2, property.getKey());
        delete.executeUpdate();
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO snowpull.secret_values VALUES (?, ?, ?)")) {
        insert.setString(1, name.toSql());
        insert.setString(2, property.getKey());
        insert.setString(3, property.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** Removes the values of a secret. */
  public void forget(CatalogChange change, QualifiedName name) throws SQLException {
    try (PreparedStatement delete =
        change
            .connection()
            .jdbc()
            .prepareStatement("DELETE FROM snowpull.secret_values WHERE name = ?")) {
      delete.setString(1, name.toSql());
      delete.executeUpdate();
    }
  }

  /** The way to the values; for the machinery that starts procedures only. */
  public Reader reader() {
    return this::read;
  }

  /** Reads the values of secrets. */
  public interface Reader {

    /** The secret's properties; empty if there is no such secret. */
    Map<String, String> read(QualifiedName name);
  }

  private Map<String, String> read(QualifiedName name) {
    Map<String, String> properties = new TreeMap<>();
    try (DatabaseConnection connection = database.connect();
        PreparedStatement select =
            connection
                .jdbc()
                .prepareStatement(
                    "SELECT property, secret FROM snowpull.secret_values WHERE name = ?")) {
      select.setString(1, name.toSql());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          properties.put(rows.getString(1), rows.getString(2));
        }
      }
      return properties;
    } catch (SQLException e) {
      throw SnowflakeException.internal("a secret cannot be read", e);
    }
  }
}
