package io.snowpull.local.engine.access;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A role sees and uses what it was granted or owns, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessControlTest {

  private RunningAccount account;
  private Connection admin;
  private Connection analyst;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    admin = account.connect();
    analyst = account.connect();
  }

  @AfterAll
  void stop() throws SQLException {
    admin.close();
    analyst.close();
    account.close();
  }

  @BeforeEach
  void freshRole() throws SQLException {
    run(
        admin,
        "CREATE OR REPLACE DATABASE a",
        "CREATE TABLE t AS SELECT 1 AS n",
        "CREATE OR REPLACE ROLE analyst",
        "GRANT ROLE analyst TO USER snowpull");
    run(analyst, "USE ROLE analyst");
  }

  @Test
  void anObjectWithoutAGrantDoesNotExist() {
    assertEquals(2003, code("SELECT * FROM a.public.t"));
    assertEquals(2003, code("INSERT INTO a.public.t VALUES (1)"));
    assertEquals(2003, code("DROP TABLE a.public.t"));
    assertEquals(2003, code("DESCRIBE TABLE a.public.t"));
  }

  @Test
  void selectNeedsUsageOfDatabaseAndSchemaToo() throws SQLException {
    run(admin, "GRANT SELECT ON TABLE a.public.t TO ROLE analyst");
    assertEquals(2003, code("SELECT * FROM a.public.t"));
    run(
        admin,
        "GRANT USAGE ON DATABASE a TO ROLE analyst",
        "GRANT USAGE ON SCHEMA a.public TO ROLE analyst");
    assertEquals(List.of("1"), rows(analyst, "SELECT * FROM a.public.t"));
    assertEquals(3001, code("DELETE FROM a.public.t"));
    run(admin, "REVOKE SELECT ON TABLE a.public.t FROM ROLE analyst");
    assertEquals(2003, code("SELECT * FROM a.public.t"));
  }

  @Test
  void viewsReadWithTheirOwnersRights() throws SQLException {
    run(
        admin,
        "CREATE VIEW a.public.v AS SELECT n FROM t",
        "GRANT USAGE ON DATABASE a TO ROLE analyst",
        "GRANT USAGE ON SCHEMA a.public TO ROLE analyst",
        "GRANT SELECT ON VIEW a.public.v TO ROLE analyst");
    assertEquals(List.of("1"), rows(analyst, "SELECT * FROM a.public.v"));
    assertEquals(2003, code("SELECT * FROM a.public.t"));
  }

  @Test
  void creatingNeedsThePrivilegeAndGivesOwnership() throws SQLException {
    run(
        admin,
        "GRANT USAGE ON DATABASE a TO ROLE analyst",
        "GRANT USAGE ON SCHEMA a.public TO ROLE analyst");
    assertEquals(3001, code("CREATE TABLE a.public.own (n INT)"));
    assertEquals(3001, code("CREATE DATABASE other"));
    run(admin, "GRANT CREATE TABLE ON SCHEMA a.public TO ROLE analyst");
    run(analyst, "CREATE TABLE a.public.own (n INT)", "INSERT INTO a.public.own VALUES (5)");
    assertEquals(
        List.of("ANALYST"),
        rows(
            admin, "SELECT table_owner FROM a.information_schema.tables WHERE table_name = 'OWN'"));
    run(analyst, "DROP TABLE a.public.own");
  }

  @Test
  void rolesInheritThroughRoles() throws SQLException {
    run(
        admin,
        "CREATE OR REPLACE ROLE reader",
        "GRANT USAGE ON DATABASE a TO ROLE reader",
        "GRANT USAGE ON SCHEMA a.public TO ROLE reader",
        "GRANT SELECT ON TABLE a.public.t TO ROLE reader",
        "GRANT ROLE reader TO ROLE analyst");
    assertEquals(List.of("1"), rows(analyst, "SELECT * FROM a.public.t"));
    SQLException cycle =
        assertThrows(SQLException.class, () -> run(admin, "GRANT ROLE analyst TO ROLE reader"));
    assertEquals(3036, cycle.getErrorCode());
  }

  private int code(String sql) {
    return assertThrows(SQLException.class, () -> run(analyst, sql), sql).getErrorCode();
  }
}
