package io.snowpull.local.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithLocalAccount
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithLocalAccountTest {
  private final List<String> databases = new ArrayList<>();
  private LocalAccount first;
  private Connection before;

  @BeforeAll
  void remember(LocalAccount account) {
    first = account;
  }

  @BeforeEach
  void open(Connection connection) {
    before = connection;
  }

  @Test
  void oneTestHasOneSession(Connection connection) throws SQLException {
    assertSame(before, connection);
    databases.add(database(connection));
  }

  @Test
  void eachTestHasADatabaseOfItsOwn(Connection connection) throws SQLException {
    databases.add(database(connection));
    assertNotEquals("", databases.get(databases.size() - 1));
  }

  @Nested
  class Inside {
    @Test
    void nestedClassesShareTheAccount(LocalAccount account) {
      assertSame(first, account);
      assertTrue(Files.exists(account.connectionFile()));
    }
  }

  @AfterAll
  void nothingIsLeftOfThem(LocalAccount account) throws SQLException {
    assertEquals(2, databases.stream().distinct().count());
    try (Connection connection = account.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW DATABASES LIKE 'TEST_%'")) {
      assertTrue(!rows.next(), "a test's database is still there");
    }
  }

  private static String database(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CURRENT_DATABASE()")) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
