package io.snowpull.local.engine.nativeapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the page and its permission pop-ups ask about an installed application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledApplicationTest {

  private static final String MANIFEST =
      """
      manifest_version: 1
      artifacts:
        setup_script: setup.sql
      privileges:
        - EXECUTE TASK:
            description: Runs its task
        - CREATE DATABASE:
            description: Keeps its rows
      references:
        - warehouse_reference:
            label: Warehouse
            description: Runs the task
            privileges: [USAGE]
            object_type: WAREHOUSE
            register_callback: core.register_reference
      """;
  private static final String SETUP =
      """
      CREATE APPLICATION ROLE IF NOT EXISTS APP_USER;
      CREATE OR ALTER VERSIONED SCHEMA CORE;
      CREATE SCHEMA IF NOT EXISTS STATE;
      CREATE TABLE IF NOT EXISTS STATE.NOTES (NOTE VARCHAR);
      CREATE OR REPLACE PROCEDURE CORE.REGISTER_REFERENCE(NAME VARCHAR, OPERATION VARCHAR, ALIAS VARCHAR)
        RETURNS VARCHAR LANGUAGE SQL EXECUTE AS OWNER
      AS
      $$
      BEGIN
        SELECT SYSTEM$SET_REFERENCE(:NAME, :ALIAS);
        RETURN 'set';
      END;
      $$;
      CREATE OR REPLACE STREAMLIT CORE.PAGE FROM '/streamlit' MAIN_FILE = '/page.py' TITLE = 'Notes';
      """;

  private LocalAccount account;
  private Connection connection;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, SQLException {
    Path app = directory.resolve("app");
    Files.createDirectories(app.resolve("streamlit"));
    Files.writeString(app.resolve("manifest.yml"), MANIFEST);
    Files.writeString(app.resolve("setup.sql"), SETUP);
    Files.writeString(app.resolve("streamlit").resolve("page.py"), "import streamlit\n");
    account =
        LocalAccount.start(
            new AccountConfig(0, directory.resolve("data"), List.of(), Clock.systemUTC()));
    connect();
    run("CREATE WAREHOUSE IF NOT EXISTS xs");
    run("CREATE APPLICATION PACKAGE pkg");
    run("CREATE SCHEMA pkg.src");
    run("CREATE STAGE pkg.src.stage");
    put(app.resolve("manifest.yml"), "v1/");
    put(app.resolve("setup.sql"), "v1/");
    put(app.resolve("streamlit").resolve("page.py"), "v1/streamlit/");
    connection.close();
  }

  @BeforeEach
  void install() throws SQLException {
    connect();
    run("USE WAREHOUSE xs");
    run("CREATE APPLICATION app FROM APPLICATION PACKAGE pkg USING '@pkg.src.stage/v1'");
  }

  @AfterEach
  void drop() throws SQLException {
    connection.close();
    connect();
    run("DROP APPLICATION app CASCADE");
    connection.close();
  }

  @AfterAll
  void stop() {
    account.close();
  }

  @Test
  void showsWhichPrivilegesItLacks() throws SQLException {
    run("GRANT EXECUTE TASK ON ACCOUNT TO APPLICATION app");
    assertEquals(
        List.of("EXECUTE TASK true", "CREATE DATABASE false"),
        rows("SHOW PRIVILEGES IN APPLICATION app").stream()
            .map(row -> row.get("privilege") + " " + row.get("is_granted"))
            .toList());
    run("REVOKE EXECUTE TASK ON ACCOUNT FROM APPLICATION app");
    assertEquals("false", rows("SHOW PRIVILEGES IN APPLICATION app").get(0).get("is_granted"));
  }

  @Test
  void showsWhatIsBoundToItsReferences() throws SQLException {
    Map<String, String> unbound = rows("SHOW REFERENCES IN APPLICATION app").get(0);
    assertEquals("WAREHOUSE_REFERENCE", unbound.get("name"));
    assertEquals("null", unbound.get("alias"));
    run(
        "CALL app.core.register_reference('warehouse_reference', 'ADD',"
            + " SYSTEM$REFERENCE('WAREHOUSE', 'XS', 'PERSISTENT', 'USAGE'))");
    assertEquals("XS", rows("SHOW REFERENCES IN APPLICATION app").get(0).get("object_name"));
  }

  @Test
  void saysWhereThePagesFilesAre() throws SQLException {
    assertEquals("PAGE", rows("SHOW STREAMLITS IN APPLICATION app").get(0).get("name"));
    Map<String, String> page = rows("DESCRIBE STREAMLIT app.core.page").get(0);
    Path folder = Path.of(URI.create(String.valueOf(page.get("root_location"))));
    assertTrue(Files.isRegularFile(folder.resolve("page.py")), folder.toString());
    assertEquals("/page.py", page.get("main_file"));
  }

  @Test
  void letsItsOwnerActAsIt() throws SQLException {
    run("INSERT INTO app.state.notes VALUES ('by the owner')");
    run("SELECT SYSTEM$BEGIN_DEBUG_APPLICATION('APP')");
    assertEquals(1, rows("SELECT note FROM app.state.notes").size());
    assertThrows(SQLException.class, () -> run("CREATE DATABASE elsewhere"));
    run("SELECT SYSTEM$END_DEBUG_APPLICATION()");
    run("CREATE DATABASE elsewhere");
    run("DROP DATABASE elsewhere");
  }

  @Test
  void tellsWhichOfItsRolesTheOnlookerHolds() throws SQLException {
    String question = "SELECT IS_APPLICATION_ROLE_IN_SESSION('APP_USER')::VARCHAR AS HELD";
    assertThrows(SQLException.class, () -> run(question));
    run("SELECT SYSTEM$BEGIN_DEBUG_APPLICATION('APP')");
    assertEquals("true", rows(question).get(0).get("HELD"));
    assertEquals("false", rows(question.replace("APP_USER", "NO_SUCH")).get(0).get("HELD"));
    run("SELECT SYSTEM$END_DEBUG_APPLICATION()");
    run("REVOKE APPLICATION ROLE app.app_user FROM ROLE accountadmin");
    run("SELECT SYSTEM$BEGIN_DEBUG_APPLICATION('APP')");
    assertEquals("false", rows(question).get(0).get("HELD"));
  }

  @Test
  void letsNobodyElseActAsIt() throws SQLException {
    run("CREATE ROLE stranger");
    run("GRANT ROLE stranger TO USER " + account.user());
    run("USE ROLE stranger");
    assertThrows(SQLException.class, () -> run("SELECT SYSTEM$BEGIN_DEBUG_APPLICATION('APP')"));
  }

  private void connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    connection = DriverManager.getConnection(account.jdbcUrl(), properties);
  }

  private void put(Path file, String folder) throws SQLException {
    run("PUT 'file://" + file + "' @pkg.src.stage/" + folder + " AUTO_COMPRESS = FALSE");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Map<String, String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
