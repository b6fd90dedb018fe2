package io.snowpull.local.engine.account;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAccountTest {

  @TempDir Path directory;

  @Test
  void answersTheJdbcDriver() throws SQLException {
    try (RunningAccount account = new RunningAccount(directory);
        Connection connection = account.connect()) {
      assertEquals(
          List.of("1|SNOWPULL|ACCOUNTADMIN"),
          rows(connection, "SELECT 1, CURRENT_USER(), CURRENT_ROLE()"));
    }
  }

  @Test
  void keepsObjectsAndRowsOverARestart() throws SQLException {
    try (RunningAccount account = new RunningAccount(directory);
        Connection connection = account.connect()) {
      run(
          connection,
          "CREATE DATABASE d COMMENT = 'kept'",
          "CREATE TABLE d.public.t (id INT NOT NULL, name VARCHAR(10) DEFAULT 'x', v VARIANT)",
          "INSERT INTO d.public.t (id) VALUES (1), (2)");
    }
    try (RunningAccount account = new RunningAccount(directory);
        Connection connection = account.connect("db", "d")) {
      assertEquals(
          List.of("1|x|null", "2|x|null"), rows(connection, "SELECT * FROM t ORDER BY id"));
      assertEquals(
          List.of("kept"),
          rows(
              connection,
              "SELECT comment FROM information_schema.databases WHERE database_name = 'D'"));
    }
  }

  @Test
  void refusesASecondAccountOnTheSameDirectory() {
    try (RunningAccount account = new RunningAccount(directory)) {
      DirectoryInUseException refusal =
          assertThrows(DirectoryInUseException.class, () -> new RunningAccount(directory).close());
      assertTrue(
          String.valueOf(refusal.getMessage())
              .contains(account.account().dataDirectory().toString()));
    }
  }

  @Test
  void writesAConnectionFileThatOnlyItsOwnerReads() throws Exception {
    try (RunningAccount account = new RunningAccount(directory)) {
      Path file = account.account().connectionFile();
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertTrue(Files.readString(file).contains(account.account().password()));
    }
  }

  @Test
  void refusesAWrongPassword() {
    try (RunningAccount account = new RunningAccount(directory)) {
      SQLException refusal =
          assertThrows(SQLException.class, () -> account.connect("password", "wrong").close());
      assertEquals(390100, refusal.getErrorCode());
    }
  }
}
