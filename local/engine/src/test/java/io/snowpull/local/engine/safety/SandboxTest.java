package io.snowpull.local.engine.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of the account that must end in an error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTest {

  private RunningAccount account;
  private Connection connection;
  private Path outside;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    outside = Files.writeString(directory.resolve("outside.csv"), "hidden,1\n");
    account = new RunningAccount(directory.resolve("data"));
    connection = account.connect();
    RunningAccount.run(
        connection, "CREATE DATABASE d", "CREATE STAGE st", "CREATE TABLE t (a INT)");
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    account.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('$FILE')",
        "SELECT * FROM read_blob('$FILE')",
        "SELECT * FROM read_csv('$FILE')",
        "SELECT * FROM read_csv_auto('$FILE')",
        "SELECT * FROM read_json('$FILE')",
        "SELECT * FROM read_json_auto('$FILE')",
        "SELECT * FROM read_ndjson('$FILE')",
        "SELECT * FROM read_parquet('$FILE')",
        "SELECT * FROM parquet_scan('$FILE')",
        "SELECT * FROM TABLE(read_text('$FILE'))",
        "SELECT * FROM TABLE(read_csv('$FILE'))",
        "SELECT * FROM TABLE(glob('/etc/*'))",
        "SELECT * FROM TABLE(sniff_csv('$FILE'))",
        "SELECT * FROM '$FILE'",
        "SELECT * FROM \"$FILE\"",
        "SELECT * FROM IDENTIFIER('\"$FILE\"')",
        "SELECT read_text('$FILE')",
        "SELECT getenv('PATH')",
        "SELECT current_setting('home_directory')",
        "SELECT * FROM TABLE(duckdb_settings())",
        "SELECT * FROM duckdb_tables()",
        "SELECT * FROM TABLE(duckdb_secrets())",
        "SELECT * FROM TABLE(pragma_database_list())",
        "SELECT * FROM snowpull.secret_values",
        "SELECT * FROM account.snowpull.secret_values",
        "SELECT * FROM \"snowpull\".\"secret_values\"",
        "SELECT * FROM \"account\".\"snowpull\".\"secret_values\"",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM pg_catalog.pg_tables",
        "SELECT * FROM d.information_schema.duckdb_tables",
        "ATTACH '$FILE' AS other",
        "DETACH account",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "COPY t TO '$FILE'",
        "COPY t FROM '$FILE'",
        "EXPORT DATABASE '$FILE'",
        "IMPORT DATABASE '$FILE'",
        "CHECKPOINT",
        "ALTER SESSION SET enable_external_access = true",
        "RESET enable_external_access",
        "SELECT 1; ATTACH '$FILE' AS other",
        "CREATE TABLE x AS FROM '$FILE'",
        "CREATE TABLE x AS SELECT * FROM read_csv('$FILE')",
        "CREATE VIEW x AS SELECT * FROM read_csv('$FILE')",
        "CREATE MACRO m() AS TABLE SELECT * FROM read_csv('$FILE')",
        "INSERT INTO t SELECT * FROM read_csv('$FILE')",
        "LIST '@st/../../'",
        "LIST '@~/../'",
        "REMOVE '@st/../../'",
        "PUT 'file://$FILE' '@st/../../x'",
        "PUT 'file://$FILE' '@~/../x'",
        "GET '@st/../..' 'file:///tmp'",
        "SELECT $1 FROM '@st/../../outside.csv'",
        "EXECUTE IMMEDIATE FROM '@st/../../outside.csv'",
        "COPY INTO t FROM '$FILE'",
        "COPY INTO t FROM 'file://$FILE'",
        "COPY INTO '$FILE' FROM t",
        "COPY INTO 'file://$FILE' FROM t",
        "CREATE STAGE s2 URL = 'file://$FILE'"
      })
  void endsInAnError(String vector) {
    String sql = vector.replace("$FILE", outside.toString());
    SQLException failure =
        assertThrows(
            SQLException.class, () -> RunningAccount.rows(connection, sql), "answered: " + sql);
    assertFalse(String.valueOf(failure.getMessage()).contains("hidden"), sql);
  }

  @Test
  void symbolicLinksInAStageAreNotFollowed() throws Exception {
    Path stage = account.account().dataDirectory().resolve("stages");
    RunningAccount.run(connection, "CREATE STAGE linked");
    RunningAccount.rows(
        connection, "PUT 'file://" + outside + "' @linked/real AUTO_COMPRESS=FALSE");
    Path real;
    try (var all = Files.walk(stage)) {
      real = all.filter(p -> p.endsWith("real/outside.csv")).findFirst().orElseThrow();
    }
    Files.createSymbolicLink(real.resolveSibling("link"), Path.of("/etc"));
    Files.createSymbolicLink(real.resolveSibling("passwd"), Path.of("/etc/passwd"));
    assertTrue(
        RunningAccount.rows(connection, "LIST @linked").stream()
            .allMatch(row -> row.startsWith("linked/real/outside.csv")));
    assertThrows(
        SQLException.class, () -> RunningAccount.rows(connection, "LIST @linked/real/link/passwd"));
  }

  @Test
  void putWritesThroughNoLinkAndNoFile() throws Exception {
    Path target = Files.writeString(outside.resolveSibling("target.csv"), "untouched\n");
    RunningAccount.run(connection, "CREATE STAGE trap");
    RunningAccount.rows(connection, "PUT 'file://" + outside + "' @trap/in AUTO_COMPRESS=FALSE");
    Path staged;
    try (var all = Files.walk(account.account().dataDirectory().resolve("stages"))) {
      staged = all.filter(p -> p.endsWith("in/outside.csv")).findFirst().orElseThrow();
    }
    Files.delete(staged);
    Files.createSymbolicLink(staged, target);
    String put = "PUT 'file://" + outside + "' @trap/in AUTO_COMPRESS=FALSE OVERWRITE=TRUE";
    SQLException refused =
        assertThrows(SQLException.class, () -> RunningAccount.rows(connection, put));
    assertTrue(String.valueOf(refused.getMessage()).contains("in/outside.csv"), "names the link");
    assertEquals("untouched\n", Files.readString(target));
    Files.delete(staged);
    RunningAccount.rows(connection, put);
    SQLException through =
        assertThrows(
            SQLException.class,
            () ->
                RunningAccount.rows(
                    connection, "PUT 'file://" + outside + "' @trap/in/outside.csv/below"));
    assertTrue(String.valueOf(through.getMessage()).contains("outside.csv"), "names the file");
    assertEquals(1065, through.getErrorCode());
  }

  @Test
  void aPatternThatIsNoRegularExpressionIsAnErrorOfTheStatement() {
    for (String sql :
        List.of(
            "LIST @st PATTERN = '('",
            "REMOVE @st PATTERN = '('",
            "GET @st 'file:///tmp' PATTERN = '('",
            "SELECT $1 FROM @st (PATTERN => '(')")) {
      SQLException failure =
          assertThrows(SQLException.class, () -> RunningAccount.rows(connection, sql), sql);
      assertEquals(1065, failure.getErrorCode(), sql);
    }
  }
}
