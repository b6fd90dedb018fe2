package io.snowpull.local.engine.nativeapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import io.snowpull.local.engine.account.MovedClock;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application's life in one account, through Snowflake's JDBC driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class NativeApplicationTest {
  private final MovedClock clock = new MovedClock();
  private Path directory;
  private Path app;
  private LocalAccount account;
  private Connection connection;
  private HttpServer outside;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException, SQLException {
    directory = temporary;
    app = AppFolder.create(temporary);
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          String header = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] answer = ("hello " + header).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    outside.start();
    startAccount();
  }

  private void startAccount() throws SQLException {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    account = LocalAccount.start(new AccountConfig(0, directory.resolve("data"), classPath, clock));
    connection = connect();
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    return DriverManager.getConnection(account.jdbcUrl(), properties);
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    account.close();
    outside.stop(0);
  }

  private void run(String... statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  /** What the driver threw, its message never null. */
  private record Refusal(int code, String state, String text) {}

  private Refusal refused(String sql) {
    SQLException thrown = assertThrows(SQLException.class, () -> run(sql));
    return new Refusal(
        thrown.getErrorCode(),
        String.valueOf(thrown.getSQLState()),
        String.valueOf(thrown.getMessage()));
  }

  private void put(String file, String folder) throws SQLException {
    run(
        "PUT 'file://"
            + app.resolve(file)
            + "' @pkg.src.stage/"
            + folder
            + " AUTO_COMPRESS = FALSE OVERWRITE = TRUE");
  }

  private void upload() throws SQLException {
    put("manifest.yml", "v1/");
    put("setup.sql", "v1/");
    put("scripts/roles.sql", "v1/scripts/");
    put("streamlit/page.py", "v1/streamlit/");
    put("lib/app.jar", "v1/lib/");
  }

  @Test
  @Order(1)
  void registersAVersion() throws SQLException {
    run("CREATE APPLICATION PACKAGE pkg", "CREATE SCHEMA pkg.src", "CREATE STAGE pkg.src.stage");
    upload();
    assertTrue(
        refused("ALTER APPLICATION PACKAGE pkg ADD VERSION v1 USING '@pkg.src.stage/v1'")
            .text()
            .contains("REGISTER VERSION"));
    run("ALTER APPLICATION PACKAGE pkg REGISTER VERSION v1 USING '@pkg.src.stage/v1'");
    assertTrue(rows("SHOW VERSIONS IN APPLICATION PACKAGE pkg").get(0).startsWith("V1|0"));
  }

  /** These are what the Snowflake CLI asks before and after it deploys. */
  @Test
  @Order(2)
  void saysWhetherAFolderCouldBeInstalled() throws SQLException {
    assertEquals(
        List.of("{\"status\":\"SUCCESS\",\"warnings\":[],\"errors\":[]}"),
        rows("CALL SYSTEM$VALIDATE_NATIVE_APP_SETUP('@pkg.src.stage/v1')"));
    String missing = rows("CALL SYSTEM$VALIDATE_NATIVE_APP_SETUP('@pkg.src.stage/v2')").get(0);
    assertTrue(missing.startsWith("{\"status\":\"FAIL\""), missing);
    assertTrue(missing.contains("manifest.yml"), missing);
    assertEquals(2140, refused("CALL SYSTEM$NO_SUCH_FUNCTION()").code());
  }

  @Test
  @Order(2)
  void describesThePackage() throws SQLException {
    assertTrue(rows("DESCRIBE APPLICATION PACKAGE pkg").contains("distribution|INTERNAL"));
    assertEquals(List.of(), rows("SHOW RELEASE DIRECTIVES IN APPLICATION PACKAGE pkg"));
    assertEquals(2043, refused("SHOW STAGES IN SCHEMA pkg.nowhere").code());
  }

  @Test
  @Order(2)
  void refusesToInstallWithoutDirective() {
    assertTrue(
        refused("CREATE APPLICATION app FROM APPLICATION PACKAGE pkg")
            .text()
            .contains("release directive"));
  }

  @Test
  @Order(3)
  void installsAVersion() throws SQLException {
    run(
        "CREATE WAREHOUSE IF NOT EXISTS xs",
        "USE WAREHOUSE xs",
        "CREATE APPLICATION app FROM APPLICATION PACKAGE pkg USING VERSION v1");
    assertEquals(List.of("0"), rows("SELECT COUNT(*) FROM app.state.notes"));
  }

  @Test
  @Order(4)
  void callsAJavaProcedureAsTheApplication() throws SQLException {
    assertEquals(
        List.of("{\"in\":\"APP\",\"rows\":1}"),
        rows("CALL app.core.add_note('first', PARSE_JSON('{\"a\": [1, null]}'))").stream()
            .map(cell -> cell.replaceAll("\\s", ""))
            .toList());
    assertEquals(
        List.of("1|first|1"), rows("SELECT id, note, extra:a[0]::int FROM app.state.notes"));
  }

  @Test
  @Order(5)
  void namesTheColumnAfterTheProcedure() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("CALL app.core.add_note('second', NULL)")) {
      assertEquals("ADD_NOTE", result.getMetaData().getColumnName(1));
    }
  }

  /**
   * Starting a process and loading Snowpark takes seconds, so calls after the first go on in it.
   */
  @Test
  @Order(5)
  void keepsTheProcessForTheNextCall() throws IOException, SQLException {
    rows("CALL app.core.add_note('warm', NULL)");
    // The first call ever has a spare process made in the background, which may still be coming.
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (workers().size() < 2) {
      assertTrue(System.nanoTime() < deadline, "there is no spare process");
    }
    List<Path> before = workers();
    rows("CALL app.core.add_note('warmer', NULL)");
    refused("CALL app.core.fail()");
    assertEquals(before, workers());
    assertEquals(2, before.size());
  }

  /** Each running worker has a scratch directory of its own. */
  private List<Path> workers() throws IOException {
    try (Stream<Path> scratch = Files.list(directory.resolve("data/workers"))) {
      return scratch.sorted().toList();
    }
  }

  @Test
  @Order(6)
  void reportsTheHandlersException() {
    Refusal failure = refused("CALL app.core.fail()");
    assertEquals(100357, failure.code());
    assertEquals("P0000", failure.state());
    assertTrue(
        failure.text().contains("java.lang.IllegalStateException: asked to fail: exception"),
        failure.text());
    assertTrue(failure.text().contains("app.Handlers.fail"), failure.text());
  }

  @Test
  @Order(7)
  void survivesAWorkersDeath() throws SQLException {
    Refusal failure = refused("CALL app.core.fail('memory')");
    assertEquals("P0000", failure.state());
    assertTrue(failure.text().contains("heap"), failure.text());
    assertEquals(1, rows("CALL app.core.add_note('after', NULL)").size());
  }

  @Test
  @Order(8)
  void stopsACallThatRunsTooLong() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThrows(SQLException.class, () -> statement.executeQuery("CALL app.core.fail('loop')"));
    }
    assertEquals(1, rows("CALL app.core.add_note('after the loop', NULL)").size());
  }

  @Test
  @Order(9)
  void reachesOutsideOnlyAsBound() throws SQLException {
    String url = "http://127.0.0.1:" + outside.getAddress().getPort();
    String call = "CALL app.core.fetch_for_all('" + url + "')";
    assertTrue(refused(call).text().contains("token"));
    run(
        "CREATE DATABASE secrets",
        "CREATE SECRET secrets.public.token TYPE = GENERIC_STRING SECRET_STRING = 'hush-hush'",
        "CREATE NETWORK RULE secrets.public.rule MODE = EGRESS TYPE = HOST_PORT VALUE_LIST = ('"
            + url.substring("http://".length())
            + "')",
        "CREATE EXTERNAL ACCESS INTEGRATION outside ALLOWED_NETWORK_RULES = (secrets.public.rule)"
            + " ALLOWED_AUTHENTICATION_SECRETS = (secrets.public.token) ENABLED = TRUE");
    String bind = "CALL app.core.bind('OUTSIDE', 'SECRETS.PUBLIC.TOKEN')";
    assertTrue(refused(bind).text().contains("OUTSIDE"));
    run(
        "GRANT USAGE ON INTEGRATION outside TO APPLICATION app",
        "GRANT USAGE ON DATABASE secrets TO APPLICATION app",
        "GRANT USAGE ON SCHEMA secrets.public TO APPLICATION app",
        "GRANT READ ON SECRET secrets.public.token TO APPLICATION app",
        bind);
    assertEquals(List.of("hello hush-hush"), rows(call));
    run("ALTER EXTERNAL ACCESS INTEGRATION outside SET ENABLED = FALSE");
    assertTrue(refused(call).text().contains("disabled"));
    run(
        "ALTER EXTERNAL ACCESS INTEGRATION outside SET ENABLED = TRUE",
        "REVOKE READ ON SECRET secrets.public.token FROM APPLICATION app");
    Refusal refusal = refused(call);
    assertTrue(refusal.text().contains("READ"), refusal.text());
    run("GRANT READ ON SECRET secrets.public.token TO APPLICATION app");
    assertEquals(List.of("hello hush-hush"), rows(call));
    String rule = "CREATE OR ALTER NETWORK RULE secrets.public.rule TYPE = HOST_PORT MODE = ";
    run(rule + "EGRESS VALUE_LIST = ('elsewhere.example:443')");
    refused(call);
    assertTrue(refused(rule + "INGRESS VALUE_LIST = ('a:1')").text().contains("MODE"));
    run(rule + "EGRESS VALUE_LIST = ('" + url.substring("http://".length()) + "')");
    assertEquals(List.of("hello hush-hush"), rows(call));
  }

  @Test
  @Order(10)
  void needsItsReferenceAndPrivilegeToStartATask() throws SQLException {
    String call = "CALL app.core.start_task()";
    Refusal unbound = refused(call);
    assertTrue(unbound.text().contains("WAREHOUSE_REFERENCE"), unbound.text());
    run(
        "CALL app.core.register_reference('warehouse_reference', 'ADD',"
            + " SYSTEM$REFERENCE('WAREHOUSE', 'XS', 'PERSISTENT', 'USAGE'))");
    Refusal unprivileged = refused(call);
    assertTrue(unprivileged.text().contains("EXECUTE TASK"), unprivileged.text());
    run("GRANT EXECUTE TASK ON ACCOUNT TO APPLICATION app");
    assertEquals(List.of("started"), rows(call));
    awaitRuns(1);
  }

  @Test
  @Order(11)
  void runsTheTaskWhenItIsDue() throws SQLException {
    clock.advance(Duration.ofMinutes(31));
    awaitRuns(2);
    assertEquals(
        List.of("2"), rows("SELECT COUNT(*) FROM app.state.notes WHERE note = 'from the task'"));
  }

  /** Asks the history again and again, as a client would; each query takes its time. */
  private void awaitRuns(int wanted) throws SQLException {
    String sql =
        "SELECT state, error_message FROM TABLE(app.INFORMATION_SCHEMA.TASK_HISTORY("
            + "TASK_NAME => 'NOTE_TASK')) WHERE state NOT IN ('SCHEDULED', 'EXECUTING')";
    List<String> ended = rows(sql);
    for (int i = 0; i < 20_000 && ended.size() < wanted; i++) {
      ended = rows(sql);
    }
    assertEquals(wanted, ended.size(), ended.toString());
    assertTrue(ended.stream().allMatch(row -> row.startsWith("SUCCEEDED")), ended.toString());
  }

  @Test
  @Order(12)
  void keepsStateAndTaskOverARestart() throws SQLException {
    List<String> before = rows("SELECT COUNT(*) FROM app.state.notes");
    connection.close();
    account.close();
    startAccount();
    assertEquals(before, rows("SELECT COUNT(*) FROM app.state.notes"));
    clock.advance(Duration.ofMinutes(31));
    awaitRuns(3);
  }

  @Test
  @Order(13)
  void upgradesInPlace() throws IOException, SQLException {
    String setup = Files.readString(app.resolve("setup.sql"));
    Files.writeString(
        app.resolve("setup.sql"), setup.replace("CORE.FETCH_FOR_ALL", "CORE.FETCH_FOR_EVERYONE"));
    upload();
    run(
        "ALTER APPLICATION PACKAGE pkg ADD PATCH FOR VERSION v1 USING '@pkg.src.stage/v1'",
        "USE WAREHOUSE xs",
        "ALTER APPLICATION app UPGRADE USING VERSION v1 PATCH 1");
    assertFalse(rows("SELECT note FROM app.state.notes").isEmpty());
    assertThrows(SQLException.class, () -> run("CALL app.core.fetch_for_all('x')"));
    assertTrue(
        refused("CALL app.core.fetch_for_everyone('http://127.0.0.1:1')").text().contains("token"));
  }

  @Test
  @Order(14)
  void leavesTheOldVersionWhenAnUpgradeFails() throws IOException, SQLException {
    String setup = Files.readString(app.resolve("setup.sql"));
    Files.writeString(app.resolve("setup.sql"), setup + "\nUSE DATABASE app;\n");
    upload();
    run("ALTER APPLICATION PACKAGE pkg ADD PATCH FOR VERSION v1 USING '@pkg.src.stage/v1'");
    Refusal failure = refused("ALTER APPLICATION app UPGRADE USING VERSION v1 PATCH 2");
    assertTrue(failure.text().contains("setup.sql on line"), failure.text());
    assertTrue(failure.text().contains("USE DATABASE"), failure.text());
    assertEquals(1, rows("CALL app.core.add_note('still here', NULL)").size());
  }

  @Test
  @Order(15)
  void keepsConsumersOutOfItsState() throws SQLException {
    run("CREATE ROLE analyst", "GRANT ROLE analyst TO USER " + account.user());
    run("GRANT APPLICATION ROLE app.app_user TO ROLE analyst", "USE ROLE analyst");
    assertEquals(1, rows("CALL app.core.add_note('by the analyst', NULL)").size());
    assertThrows(SQLException.class, () -> rows("SELECT * FROM app.state.notes"));
    run("USE ROLE ACCOUNTADMIN");
  }

  @ParameterizedTest
  @Order(16)
  @CsvSource(
      delimiter = '|',
      value = {
        "TEMPORARY TABLE APP.STATE.T (A INT)|temporary",
        "TABLE APP.CORE.T (A INT)|versioned schema APP.CORE",
        "TASK APP.CORE.T AS SELECT 1|versioned schema APP.CORE",
        "ROLE R|application roles only",
        "PROCEDURE APP.CORE.P() RETURNS INT LANGUAGE SQL EXECUTE AS CALLER AS 'SELECT 1'|CALLER",
      })
  void refusesWhatAnApplicationMayNotDo(String object, String rule) {
    Refusal refusal = refused("CALL app.core.make('" + object.replace("'", "''") + "')");
    assertTrue(refusal.text().contains(rule), refusal.text());
  }

  @Test
  @Order(17)
  void dropsWithAllItOwns() throws SQLException {
    assertTrue(refused("DROP APPLICATION PACKAGE pkg").text().contains("APP"));
    run(
        "GRANT CREATE DATABASE ON ACCOUNT TO APPLICATION app",
        "CALL app.core.make('DATABASE DATA')");
    assertTrue(refused("DROP APPLICATION app").text().contains("DATABASE DATA"));
    run("DROP APPLICATION app CASCADE", "DROP APPLICATION PACKAGE pkg");
    assertEquals(List.of(), rows("SHOW DATABASES LIKE 'data'"));
    assertThrows(SQLException.class, () -> rows("SELECT * FROM app.state.notes"));
  }
}
