package io.snowpull.local.engine.scripting;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.snowpull.local.engine.account.RunningAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code cases/scripting/*.sql} is a block, run through the JDBC driver; behind {@code --
 * expect} stand its rows, or its error as {@code code|state|message}.
 */
class ScriptingTest {
  private static final Path CASES = Path.of("src/test/cases/scripting");

  @TempDir static Path directory;

  private static RunningAccount account;

  @BeforeAll
  static void start() throws SQLException {
    account = new RunningAccount(directory);
    try (Connection connection = account.connect()) {
      run(
          connection,
          "CREATE DATABASE d",
          "CREATE TABLE d.public.t (id INT, name VARCHAR)",
          "CREATE TABLE d.public.log (line VARCHAR)");
    }
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @TestFactory
  Stream<DynamicTest> runsTheBlock() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<Path> cases = files.sorted().toList();
      assertFalse(cases.isEmpty(), "no cases in " + CASES.toAbsolutePath());
      return cases.stream()
          .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)));
    }
  }

  private static void check(Path file) throws IOException, SQLException {
    String[] parts = Files.readString(file).split("-- expect\n");
    try (Connection connection = account.connect("db", "D", "schema", "PUBLIC")) {
      run(
          connection,
          "TRUNCATE TABLE t",
          "TRUNCATE TABLE log",
          "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
      assertEquals(parts[1].strip(), outcome(connection, parts[0]), file.toString());
    }
  }

  private static String outcome(Connection connection, String block) {
    try {
      return String.join("\n", rows(connection, block));
    } catch (SQLException error) {
      return error.getErrorCode() + "|" + error.getSQLState() + "|" + error.getMessage();
    }
  }

  @Test
  void isTheBodyOfProcedures() throws SQLException {
    try (Connection connection = account.connect("db", "D", "schema", "PUBLIC")) {
      run(
          connection,
          """
          CREATE OR REPLACE PROCEDURE half(n INT, note VARCHAR) RETURNS VARCHAR LANGUAGE SQL AS
          DECLARE
            odd EXCEPTION (-20007, 'odd');
          BEGIN
            IF (n % 2 = 1) THEN RAISE odd; END IF;
            INSERT INTO log VALUES (:note);
            RETURN note || (n + 1);
          END
          """,
          """
          CREATE OR REPLACE PROCEDURE wrapped(n INT) RETURNS VARCHAR LANGUAGE SQL AS $$
          DECLARE
            result VARCHAR;
          BEGIN
            CALL half(:n, note => 'half: ') INTO :result;
            RETURN result;
          EXCEPTION
            WHEN STATEMENT_ERROR THEN RETURN SQLCODE || ' ' || SQLERRM;
          END;
          $$
          """);
      assertEquals(List.of("half: 9"), rows(connection, "CALL wrapped(8)"));
      assertEquals(
          List.of("-20007 Uncaught exception of type 'ODD' on line 4 at position 22 : odd"),
          rows(connection, "CALL wrapped(7)"));
    }
  }

  @Test
  void cancelsALoop() throws Exception {
    try (Connection connection = account.connect();
        Statement statement = connection.createStatement()) {
      assertEquals(604, account.cancelled(statement, "LOOP NULL; END LOOP"));
    }
  }
}
