package io.snowpull.local.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grants, as an account that is opened again has them. */
final class CatalogTest {
  private static final Principal READER = new Principal.Role("READER");
  private static final Principal WRITER = new Principal.Role("WRITER");

  @TempDir Path folder;

  @Test
  void keepsWhatWasGrantedAndNotWhatWasRevoked() {
    try (Database database = open()) {
      Catalog catalog = Catalog.open(database);
      grant(catalog, usage(READER, false));
      grant(catalog, usage(WRITER, false));
      grant(catalog, usage(READER, true)); // instead of the first
      revoke(catalog, WRITER);
    }
    assertEquals(List.of(usage(READER, true)), reopened());
  }

  /** A version that wrote grants with other spaces or another order of fields. */
  @Test
  void revokesWhatAnotherVersionWrote() throws SQLException {
    try (Database database = open()) {
      grant(Catalog.open(database), usage(READER, false));
      try (DatabaseConnection connection = database.connect();
          Statement statement = connection.jdbc().createStatement()) {
        assertEquals(
            1, statement.executeUpdate("UPDATE snowpull.grants SET body = ' ' || body || ' '"));
      }
    }
    assertEquals(List.of(usage(READER, false)), reopened());
    try (Database database = open()) {
      revoke(Catalog.open(database), READER);
    }
    assertEquals(List.of(), reopened());
  }

  private Database open() {
    return Database.open(folder.resolve("account.duckdb"));
  }

  private List<Grant> reopened() {
    try (Database database = open()) {
      return Catalog.open(database).snapshot().grants();
    }
  }

  private static Grant usage(Principal to, boolean grantOption) {
    return new Grant("CREATE DATABASE", null, to, WRITER, grantOption, Instant.EPOCH);
  }

  private static void grant(Catalog catalog, Grant grant) {
    catalog.change(
        change -> {
          change.grant(grant);
          return grant;
        });
  }

  private static void revoke(Catalog catalog, Principal from) {
    catalog.change(
        change -> {
          change.revoke(grant -> grant.to().equals(from));
          return from;
        });
  }
}
