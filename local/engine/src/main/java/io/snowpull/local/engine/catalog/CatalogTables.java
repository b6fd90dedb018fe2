package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    List<String> foreign = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT body FROM snowpull.grants")) {
      while (rows.next()) {
        String body = rows.getString(1);
        Grant grant = json.readGrant(body);
        grants.add(grant);
        if (!json.write(grant).equals(body)) {
          foreign.add(body);
        }
      }
    }
    rewrite(connection, foreign);
    return CatalogSnapshot.of(objects, grants);
  }

  /** A grant is found by its text, so what another version wrote gets this version's text. */
  private void rewrite(Connection connection, List<String> foreign) throws SQLException {
    for (String body : foreign) {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE snowpull.grants SET body = ? WHERE body = ?")) {
        update.setString(1, json.write(json.readGrant(body)));
        update.setString(2, body);
        update.executeUpdate();
      }
    }
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

  /** Writes what differs: an application has hundreds of grants, and they come one by one. */
  void changeGrants(Connection connection, List<Grant> before, List<Grant> after)
      throws SQLException {
    runForEach(connection, "DELETE FROM snowpull.grants WHERE body = ?", without(before, after));
    runForEach(connection, "INSERT INTO snowpull.grants VALUES (?)", without(after, before));
  }

  private static Set<Grant> without(List<Grant> grants, List<Grant> others) {
    Set<Grant> left = new LinkedHashSet<>(grants);
    others.forEach(left::remove);
    return left;
  }

  private void runForEach(Connection connection, String sql, Set<Grant> grants)
      throws SQLException {
    if (grants.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Grant grant : grants) {
        statement.setString(1, json.write(grant));
        statement.executeUpdate();
      }
    }
  }

  private static String id(ObjectKey key) {
    return key.kind() + " " + key;
  }
}
