package io.snowpull.clients;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** snowflake-jdbc 4, which Snowpark cannot use yet, in a class loader of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewestJdbcDriverTest {

  private static final Path JAR = Path.of("target/drivers/snowflake-jdbc-4.jar");
  private static final int ROWS = 120_000;

  private LocalAccount account;
  private URLClassLoader loader;
  private Driver driver;
  private Connection connection;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException, IOException {
    account = LocalAccount.start(AccountConfig.in(directory));
    loader =
        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    driver = ServiceLoader.load(Driver.class, loader).iterator().next();
    connection = connect();
    run("CREATE DATABASE d");
  }

  @AfterAll
  void stop() throws SQLException, IOException {
    connection.close();
    loader.close();
    account.close();
  }

  @Test
  void isTheOtherMajorVersion() {
    assertEquals(4, driver.getMajorVersion());
  }

  @Test
  void readsEachType() throws SQLException {
    assertEquals(
        List.of("12345678901234567890123456789012345678|-0.05|1.5|ä|TRUE|2024-02-29|null"),
        ResultText.of(
            connection,
            "SELECT 12345678901234567890123456789012345678, -0.05::NUMBER(38,2), 1.5::FLOAT, 'ä',"
                + " TRUE, '2024-02-29'::DATE, NULL::VARCHAR"));
  }

  @Test
  void bindsOneAndMany() throws SQLException {
    run("CREATE OR REPLACE TABLE t (n NUMBER, s VARCHAR)");
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      for (int i = 1; i <= 3; i++) {
        insert.setInt(1, i);
        insert.setString(2, i == 2 ? null : "it's " + i);
        insert.addBatch();
      }
      assertArrayEquals(new int[] {1, 1, 1}, insert.executeBatch());
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT s FROM t WHERE n >= ? ORDER BY n")) {
      select.setLong(1, 2);
      try (ResultSet result = select.executeQuery()) {
        assertEquals(List.of("null", "it's 3"), ResultText.of(result));
      }
    }
  }

  @Test
  void readsManyRowsInChunks() throws SQLException {
    List<String> rows =
        ResultText.of(connection, "SELECT SEQ8() FROM TABLE(GENERATOR(ROWCOUNT => " + ROWS + "))");
    assertEquals(ROWS, rows.size());
    assertEquals(Integer.toString(ROWS - 1), rows.get(ROWS - 1));
  }

  @Test
  void commitsAndRollsBack() throws SQLException {
    run("CREATE OR REPLACE TABLE c (n NUMBER)");
    connection.setAutoCommit(false);
    run("INSERT INTO c VALUES (1)");
    connection.commit();
    run("INSERT INTO c VALUES (2)");
    connection.rollback();
    connection.setAutoCommit(true);
    assertEquals(List.of("1"), ResultText.of(connection, "SELECT n FROM c"));
  }

  @Test
  void stagesAndLoadsFiles(@TempDir Path directory) throws SQLException, IOException {
    Path file = Files.writeString(directory.resolve("f.csv"), "1,one\n", StandardCharsets.UTF_8);
    run("CREATE OR REPLACE STAGE st");
    run("CREATE OR REPLACE TABLE f (n NUMBER, s VARCHAR)");
    assertTrue(
        ResultText.of(connection, "PUT 'file://" + file + "' @st").get(0).contains("UPLOADED"));
    assertEquals(
        "st/f.csv.gz|LOADED",
        ResultText.of(connection, "COPY INTO f FROM @st").get(0).substring(0, 18));
    Path target = Files.createDirectory(directory.resolve("target"));
    assertTrue(
        ResultText.of(connection, "GET @st 'file://" + target + "'").get(0).contains("DOWNLOADED"));
    assertTrue(Files.exists(target.resolve("f.csv.gz")));
  }

  @Test
  void describesTheAccount() throws SQLException {
    run("CREATE OR REPLACE TABLE described (n NUMBER(5,2) NOT NULL)");
    try (ResultSet columns = connection.getMetaData().getColumns("D", "PUBLIC", "DESCRIBED", "%")) {
      assertTrue(columns.next());
      assertEquals("N", columns.getString("COLUMN_NAME"));
      assertEquals(5, columns.getInt("COLUMN_SIZE"));
    }
  }

  @Test
  void getsTypedErrors() throws SQLException {
    SQLException syntax =
        assertThrows(SQLException.class, () -> ResultText.of(connection, "SELEC 1"));
    assertEquals(1003, syntax.getErrorCode());
    SQLException missing =
        assertThrows(SQLException.class, () -> ResultText.of(connection, "SELECT * FROM missing"));
    assertEquals(2003, missing.getErrorCode());
    assertEquals("42S02", missing.getSQLState());
    try (Connection other = connect()) {
      assertTrue(other.isValid(10));
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("db", "D");
    // It would ask cloud providers' metadata addresses where it runs.
    properties.setProperty("disablePlatformDetection", "true");
    return driver.connect(account.jdbcUrl(), properties);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
