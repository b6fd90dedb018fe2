package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files were loaded into which table: COPY loads none of them again unless it is told to.
 *
 * <p>It changes in the transaction that loads the rows. A table that is made anew starts without.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/user-guide/data-load-considerations-load#load-metadata">Load
 *     metadata</a>, which Snowflake forgets after 64 days and this account keeps
 */
public final class LoadHistory {

  public LoadHistory(Database database) {
    try (DatabaseConnection connection = database.connect();
        Statement statement = connection.jdbc().createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS snowpull");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS snowpull.loaded_files"
              + " (table_name VARCHAR, table_made VARCHAR, stage VARCHAR, file VARCHAR, md5 VARCHAR)");
    } catch (SQLException e) {
      throw SnowflakeException.internal("the history of loads cannot be opened", e);
    }
  }

  /** A file as it was when it was loaded. */
  record Loaded(String stage, String file, String md5) {}

  /** What was loaded into the table since it was made. */
  Set<Loaded> of(RelationDefinition table, DatabaseConnection connection) {
    try (PreparedStatement select =
        connection
            .jdbc()
            .prepareStatement(
                "SELECT stage, file, md5 FROM snowpull.loaded_files"
                    + " WHERE table_name = ? AND table_made = ?")) {
      select.setString(1, table.name().toSql());
      select.setString(2, made(table));
      Set<Loaded> loaded = new HashSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          loaded.add(new Loaded(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return loaded;
    } catch (SQLException e) {
      throw SnowflakeException.internal("the history of loads cannot be read", e);
    }
  }

  void add(RelationDefinition table, Loaded file, DatabaseConnection connection) {
    connection.executeOwn(
        "INSERT INTO snowpull.loaded_files VALUES (?, ?, ?, ?, ?)",
        List.of(table.name().toSql(), made(table), file.stage(), file.file(), file.md5()));
  }

  private static String made(RelationDefinition table) {
    return table.header().createdOn().toString();
  }
}
