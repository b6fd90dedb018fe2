package io.snowpull.local.engine.protocol;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.snowflake.client.jdbc.SnowflakeConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** COPY INTO tables and stages, through the JDBC driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyTest {

  private RunningAccount account;
  private Connection connection;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    try (Connection first = account.connect()) {
      run(first, "CREATE DATABASE d");
    }
    connection = account.connect("db", "D", "schema", "PUBLIC");
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    account.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    run(
        connection,
        "CREATE OR REPLACE STAGE st",
        "CREATE OR REPLACE TABLE t (id NUMBER, name VARCHAR, day DATE)",
        "CREATE OR REPLACE TABLE v (doc VARIANT)");
  }

  @Test
  void loadsEachFileOnceUnlessForced() throws Exception {
    stage("a.csv", "1,one,2024-01-01\n2,,2024-01-02\n");
    assertEquals(List.of("st/a.csv|LOADED|2|2|1|0|null"), rows(connection, "COPY INTO t FROM @st"));
    assertEquals(
        List.of("1|one|2024-01-01", "2|null|2024-01-02"),
        rows(connection, "SELECT * FROM t ORDER BY id"));
    assertEquals(
        List.of("Copy executed with 0 files processed."), rows(connection, "COPY INTO t FROM @st"));
    stage("b.csv", "3,three,2024-01-03\n");
    assertEquals(List.of("st/b.csv|LOADED|1|1|1|0|null"), rows(connection, "COPY INTO t FROM @st"));
    rows(connection, "COPY INTO t FROM @st FORCE = TRUE");
    assertEquals(List.of("6"), rows(connection, "SELECT COUNT(*) FROM t"));
    run(connection, "CREATE OR REPLACE TABLE t (id NUMBER, name VARCHAR, day DATE)");
    rows(connection, "COPY INTO t FROM @st FILES = ('b.csv')");
    assertEquals(List.of("3"), rows(connection, "SELECT id FROM t"));
  }

  @Test
  void aBadRowLeavesNothingOrIsLeftOutAsOnErrorSays() throws Exception {
    stage("bad/1.csv", "1,one,2024-01-01\n");
    stage(
        "bad/2.csv", "2,two,2024-01-02\nx,three,2024-01-03\n4,four,2024-01-04\n5,five,nonsense\n");
    SQLException aborted =
        assertThrows(SQLException.class, () -> rows(connection, "COPY INTO t FROM @st/bad/"));
    assertTrue(String.valueOf(aborted.getMessage()).contains("'x'"), aborted.getMessage());
    assertEquals(List.of("0"), rows(connection, "SELECT COUNT(*) FROM t"));
    List<String> skipped = rows(connection, "COPY INTO t FROM @st/bad/ ON_ERROR = SKIP_FILE");
    assertEquals("st/bad/1.csv|LOADED|1|1|1|0|null", skipped.get(0));
    assertTrue(skipped.get(1).startsWith("st/bad/2.csv|LOAD_FAILED|4|0|1|4|"), skipped.get(1));
    List<String> some = rows(connection, "COPY INTO t FROM @st/bad/ ON_ERROR = CONTINUE");
    assertEquals(1, some.size(), "the first file was loaded before");
    assertTrue(some.get(0).startsWith("st/bad/2.csv|PARTIALLY_LOADED|4|2|1|2|"), some.get(0));
    assertEquals(List.of("1", "2", "4"), rows(connection, "SELECT id FROM t ORDER BY id"));
  }

  @Test
  void aRolledBackLoadIsForgottenWithItsRows() throws Exception {
    stage("r.csv", "1,one,2024-01-01\n");
    run(connection, "BEGIN");
    rows(connection, "COPY INTO t FROM @st");
    assertThrows(SQLException.class, () -> run(connection, "INSERT INTO t (id) VALUES ('x')"));
    assertEquals(List.of("1"), rows(connection, "SELECT COUNT(*) FROM t"));
    run(connection, "ROLLBACK");
    assertEquals(List.of("0"), rows(connection, "SELECT COUNT(*) FROM t"));
    assertEquals(List.of("st/r.csv|LOADED|1|1|1|0|null"), rows(connection, "COPY INTO t FROM @st"));
  }

  @Test
  void columnsThatDoNotFitAreRefused() throws Exception {
    stage("two.csv", "1,one\n");
    SQLException refused =
        assertThrows(SQLException.class, () -> rows(connection, "COPY INTO t FROM @st"));
    assertEquals(100080, refused.getErrorCode());
    rows(
        connection,
        "COPY INTO t FROM @st FILE_FORMAT = (TYPE = CSV ERROR_ON_COLUMN_COUNT_MISMATCH = FALSE)");
    rows(connection, "COPY INTO t (name, id) FROM (SELECT $2, $1 FROM @st) FORCE = TRUE");
    assertEquals(List.of("1|one", "1|one"), rows(connection, "SELECT id, name FROM t"));
  }

  @Test
  void loadsDocumentsIntoAVariantOrByName() throws Exception {
    stage("d.json", "{\"ID\": 1, \"Name\": \"one\", \"day\": \"2024-01-01\"}\n{\"ID\": 2}\n");
    rows(connection, "COPY INTO v FROM @st FILE_FORMAT = (TYPE = JSON)");
    assertEquals(List.of("1", "2"), rows(connection, "SELECT doc:ID FROM v ORDER BY 1"));
    SQLException refused =
        assertThrows(
            SQLException.class,
            () -> rows(connection, "COPY INTO t FROM @st FILE_FORMAT = (TYPE = JSON)"));
    assertTrue(String.valueOf(refused.getMessage()).contains("MATCH_BY_COLUMN_NAME"));
    rows(
        connection,
        "COPY INTO t FROM @st FILE_FORMAT = (TYPE = JSON)"
            + " MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE");
    assertEquals(
        List.of("1|one|2024-01-01", "2|null|null"),
        rows(connection, "SELECT * FROM t ORDER BY id"));
  }

  @Test
  void whatIsUnloadedCanBeLoadedAgain() throws Exception {
    run(
        connection,
        "INSERT INTO t VALUES (1, 'a,b\"c', '2024-01-01'), (2, NULL, NULL), (3, '', '1969-07-20')");
    List<String> stored = rows(connection, "SELECT * FROM t ORDER BY id");
    for (String format :
        List.of(
            "(TYPE = CSV)",
            "(TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = '\"' EMPTY_FIELD_AS_NULL = FALSE)",
            "(TYPE = CSV FIELD_DELIMITER = '|' COMPRESSION = NONE EMPTY_FIELD_AS_NULL = FALSE)",
            "(TYPE = PARQUET)")) {
      run(connection, "CREATE OR REPLACE TABLE back LIKE t", "CREATE OR REPLACE STAGE st");
      assertEquals(
          "3",
          rows(connection, "COPY INTO @st/out/ FROM t FILE_FORMAT = " + format)
              .get(0)
              .split("\\|")[0]);
      rows(
          connection,
          "COPY INTO back FROM @st/out/ FILE_FORMAT = "
              + format
              + (format.contains("PARQUET") ? " MATCH_BY_COLUMN_NAME = CASE_SENSITIVE" : ""));
      List<String> expected =
          format.equals("(TYPE = CSV)")
              ? stored.stream().map(row -> row.replace("3||", "3|null|")).toList()
              : stored;
      assertEquals(expected, rows(connection, "SELECT * FROM back ORDER BY id"), format);
    }
  }

  @Test
  void unloadsDocumentsUnderTheNameThatIsGiven(@TempDir Path target) throws Exception {
    run(connection, "INSERT INTO v SELECT PARSE_JSON('{\"a\": [1, 2]}')");
    String copy = "COPY INTO @st/one.json.gz FROM v FILE_FORMAT = (TYPE = JSON) SINGLE = TRUE";
    rows(connection, copy);
    rows(connection, "GET @st/one.json.gz 'file://" + target + "'");
    try (var in = new GZIPInputStream(Files.newInputStream(target.resolve("one.json.gz")))) {
      assertEquals("{\"a\":[1,2]}\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    SQLException there = assertThrows(SQLException.class, () -> rows(connection, copy));
    assertEquals(1030, there.getErrorCode());
    rows(connection, copy + " OVERWRITE = TRUE");
  }

  @Test
  void purgesWhatItLoadedAndRefusesWhatItDoesNotKnow() throws Exception {
    stage("p.csv", "1,one,2024-01-01\n");
    rows(connection, "COPY INTO t FROM @st PURGE = TRUE");
    assertEquals(List.of(), rows(connection, "LIST @st"));
    for (String sql :
        List.of(
            "COPY INTO t FROM @st VALIDATION_MODE = RETURN_ERRORS",
            "COPY INTO t FROM @st ON_ERROR = SKIP_FILE_10",
            "COPY INTO @st FROM t PARTITION BY (id)",
            "COPY INTO t FROM (SELECT 1, 2, 3)")) {
      SQLException refused = assertThrows(SQLException.class, () -> rows(connection, sql), sql);
      assertEquals(990001, refused.getErrorCode(), sql);
    }
    assertEquals(
        2003,
        assertThrows(SQLException.class, () -> rows(connection, "COPY INTO nowhere FROM @st"))
            .getErrorCode());
  }

  private void stage(String path, String text) throws SQLException {
    int slash = path.lastIndexOf('/');
    connection
        .unwrap(SnowflakeConnection.class)
        .uploadStream(
            "@st",
            slash < 0 ? "" : path.substring(0, slash),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            path.substring(slash + 1),
            false);
  }
}
