package io.snowpull.local.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir Path folder;

  @Test
  void keepsTablesInItsFile() throws SQLException {
    Path file = folder.resolve("account.duckdb");
    try (Database database = Database.open(file);
        TestAccount account = new TestAccount(database)) {
      account.run("CREATE TABLE kept (a NUMBER)");
      account.run("INSERT INTO kept VALUES (7)");
    }
    try (Database database = Database.open(file);
        DatabaseConnection connection = database.connect()) {
      assertEquals("7", only(connection.jdbc(), "SELECT \"A\" FROM \"DB.PUBLIC\".\"KEPT\""));
    }
  }

  @Test
  void saysThatAnotherProcessHasItsFile() throws IOException, InterruptedException {
    Path file = folder.resolve("held.duckdb");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHolder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = holder.inputReader()) {
      assertEquals("open", output.readLine());
      DatabaseInUseException refused =
          assertThrows(DatabaseInUseException.class, () -> Database.open(file));
      assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()));
      holder.getOutputStream().close();
      assertEquals(0, holder.waitFor());
    } finally {
      holder.destroy();
    }
    try (Database database = Database.open(file);
        DatabaseConnection connection = database.connect()) {
      assertFalse(connection.inTransaction());
    }
  }

  @Test
  void isLockedDown() {
    try (Database database = Database.inMemory();
        DatabaseConnection connection = database.connect()) {
      for (String forbidden :
          List.of(
              "SET enable_external_access = true",
              "SET TimeZone = 'America/New_York'",
              "SELECT * FROM read_csv('/etc/passwd')",
              "SELECT * FROM read_text('/etc/passwd')",
              "ATTACH '/tmp/snowpull-other.duckdb'",
              "COPY (SELECT 1) TO '/tmp/snowpull-copy.csv'",
              "INSTALL httpfs",
              "LOAD httpfs")) {
        assertThrows(SQLException.class, () -> only(connection.jdbc(), forbidden), forbidden);
      }
    }
  }

  @Test
  void tellsNamesApartThatDifferInCaseOnly() {
    List<String> names = List.of("ID", "id", "Id", "iD", "ID#", "id#", "ID#.0.1", "I.D");
    assertEquals(
        names.size(),
        names.stream()
            .map(name -> PhysicalName.encode(name).toUpperCase(java.util.Locale.ROOT))
            .distinct()
            .count());
  }

  private static String only(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      try (var rows = statement.getResultSet()) {
        return rows != null && rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }
}
