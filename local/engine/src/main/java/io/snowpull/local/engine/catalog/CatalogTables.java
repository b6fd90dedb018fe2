package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The catalog's own tables, in a schema that SQL from clients cannot name. */
final class CatalogTables {

  /** Reserved: a Snowflake schema is kept as {@code DATABASE.SCHEMA}, always with a dot. */
  private static final String SCHEMA = "snowpull";

  private final CatalogJson json = new CatalogJson();

  void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS snowpull.objects (kind VARCHAR, id VARCHAR, body VARCHAR)");
      statement.execute("CREATE TABLE IF NOT EXISTS snowpull.grants (body VARCHAR)");
    }
  }

  CatalogSnapshot read(Connection connection) throws SQLException {
    List<CatalogObject> objects = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT kind, body FROM snowpull.objects")) {
      while (rows.next()) {
        objects.add(json.readObject(ObjectKind.valueOf(rows.getString(1)), rows.getString(2)));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT body FROM snowpull.grants")) {
      while (rows.next()) {
        grants.add(json.readGrant(rows.getString(1)));
      }
    }
    return CatalogSnapshot.of(objects, grants);
  }

  void write(Connection connection, CatalogObject object) throws SQLException {
    delete(connection, object.key());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO snowpull.objects VALUES (?, ?, ?)")) {
      insert.setString(1, object.kind().name());
      insert.setString(2, id(object.key()));
      insert.setString(3, json.write(object));
      insert.executeUpdate();
    }
  }

  void delete(Connection connection, ObjectKey key) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM snowpull.objects WHERE id = ?")) {
      delete.setString(1, id(key));
      delete.executeUpdate();
    }
  }

  void writeGrants(Connection connection, List<Grant> grants) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM snowpull.grants");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO snowpull.grants VALUES (?)")) {
      for (Grant grant : grants) {
        insert.setString(1, json.write(grant));
        insert.executeUpdate();
      }
    }
  }

  private static String id(ObjectKey key) {
    return key.kind() + " " + key;
  }
}
