package io.snowpull.local.engine.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.snowflake.client.jdbc.SnowflakeConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Queries on files that the JDBC driver staged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagedFilesTest {
  private RunningAccount account;
  private Connection connection;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    try (Connection first = account.connect();
        Statement statement = first.createStatement()) {
      statement.execute("CREATE DATABASE d");
    }
    connection = account.connect("db", "D", "schema", "PUBLIC");
    run("CREATE STAGE lines FILE_FORMAT = (TYPE = JSON)");
    run("CREATE FILE FORMAT whole TYPE = JSON STRIP_OUTER_ARRAY = TRUE");
    run(
        "CREATE STAGE tables FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1"
            + " FIELD_OPTIONALLY_ENCLOSED_BY = '\"' NULL_IF = ('', 'NULL'))");
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    account.close();
  }

  @Test
  void readsJsonLinesCompressedOrNot() throws SQLException, IOException {
    stage("lines", "a/one.json", "{\"id\": 1, \"t\": \"ä\"}\n{\"id\": 2}\n", true);
    stage("lines", "a/two.json", "{\"id\": 3.50}", false);
    assertEquals(
        List.of("1|ä|a/one.json.gz|1", "2|null|a/one.json.gz|2", "3.5|null|a/two.json|1"),
        rows(
            "SELECT $1:id, $1:t::VARCHAR, METADATA$FILENAME, METADATA$FILE_ROW_NUMBER"
                + " FROM @lines/a/ ORDER BY 1"));
    assertEquals(List.of("3.5"), rows("SELECT s.$1:id FROM @lines (PATTERN => '.*two.*') s"));
  }

  @Test
  void mergesStagedRows() throws SQLException, IOException {
    stage(
        "lines", "m/rows.json", "{\"id\": 1, \"v\": \"new\"}\n{\"id\": 2, \"v\": \"new\"}\n", true);
    run("CREATE TABLE held (id NUMBER, v VARCHAR)");
    run("INSERT INTO held VALUES (1, 'old')");
    run(
        "MERGE INTO held USING (SELECT $1:id::NUMBER AS id, $1:v::VARCHAR AS v FROM @lines/m/rows)"
            + " AS given ON held.id = given.id WHEN MATCHED THEN UPDATE SET v = given.v"
            + " WHEN NOT MATCHED THEN INSERT (id, v) VALUES (given.id, given.v)");
    assertEquals(List.of("1|new", "2|new"), rows("SELECT id, v FROM held ORDER BY id"));
  }

  @Test
  void stripsTheOuterArrayWhereTheFormatSaysSo() throws SQLException, IOException {
    stage("lines", "s/array.json", "[{\"n\": 1}, {\"n\": 2}]", false);
    assertEquals(
        List.of("1", "2"), rows("SELECT $1:n FROM @lines/s (FILE_FORMAT => 'whole') ORDER BY 1"));
    assertEquals(List.of("2"), rows("SELECT ARRAY_SIZE($1) FROM @lines/s"));
  }

  @Test
  void readsCsvWithQuotesAndNulls() throws SQLException, IOException {
    stage("tables", "t.csv", "id,name\n1,\"a, \"\"b\"\"\"\n2,NULL\n3,\n", false);
    assertEquals(
        List.of("1|a, \"b\"", "2|null", "3|null"),
        rows("SELECT $1, $2 FROM @tables/t.csv ORDER BY 1"));
    SQLException beyond =
        assertThrows(SQLException.class, () -> rows("SELECT $3 FROM @tables/t.csv"));
    assertTrue(String.valueOf(beyond.getMessage()).contains("$3"), beyond.getMessage());
  }

  @Test
  void saysWhichFileCannotBeRead() throws SQLException, IOException {
    stage("lines", "bad/broken.json", "{\"id\": ", false);
    SQLException broken = assertThrows(SQLException.class, () -> rows("SELECT $1 FROM @lines/bad"));
    assertEquals(100069, broken.getErrorCode());
    SQLException orc =
        assertThrows(
            SQLException.class,
            () -> {
              run("CREATE OR REPLACE FILE FORMAT p TYPE = ORC");
              rows("SELECT $1 FROM @lines/bad (FILE_FORMAT => p)");
            });
    assertTrue(String.valueOf(orc.getMessage()).contains("ORC"), orc.getMessage());
    assertThrows(SQLException.class, () -> rows("SELECT $1 FROM @nowhere"));
    assertThrows(SQLException.class, () -> rows("SELECT $1 FROM @lines/../../../etc/passwd"));
  }

  private void stage(String stage, String path, String text, boolean compressed)
      throws SQLException, IOException {
    int slash = path.lastIndexOf('/');
    connection
        .unwrap(SnowflakeConnection.class)
        .uploadStream(
            "@" + stage,
            slash < 0 ? "" : path.substring(0, slash),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            path.substring(slash + 1),
            compressed);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
          cells.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
