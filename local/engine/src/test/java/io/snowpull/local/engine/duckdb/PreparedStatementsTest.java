package io.snowpull.local.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparedStatementsTest {
  private static final String QUERY = "SELECT * FROM t WHERE id = ?";

  @SuppressWarnings("NullAway.Init")
  private Connection connection;

  @SuppressWarnings("NullAway.Init")
  private PreparedStatements statements;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statements = new PreparedStatements(connection);
    send("CREATE TABLE t AS SELECT 1 AS id, 'one' AS name");
  }

  @AfterEach
  void close() throws SQLException {
    statements.close();
    connection.close();
  }

  @Test
  void theSameTextIsPreparedOnce() throws SQLException {
    assertSame(statements.of(QUERY), statements.of(QUERY));
    assertEquals("one", name(1));
    send("UPDATE t SET name = 'uno'");
    assertEquals("uno", name(1));
  }

  @Test
  void anotherTableOfTheSameNameIsRead() throws SQLException {
    assertEquals("one", name(1));
    send("CREATE OR REPLACE TABLE t AS SELECT 'two' AS name, 9 AS more, 2 AS id");
    assertEquals("two", name(2));
    send("DROP TABLE t");
    assertThrows(SQLException.class, () -> name(2));
    statements.forget(QUERY);
    send("CREATE TABLE t AS SELECT 3 AS id, 'three' AS name");
    assertEquals("three", name(3));
  }

  @Test
  void theOldestGoesWhenThereAreManyAndOneThatFailedAtOnce() throws SQLException {
    PreparedStatement first = statements.of(QUERY);
    for (int i = 0; i < 32; i++) {
      statements.of("SELECT " + i);
    }
    assertTrue(first.isClosed());
    PreparedStatement again = statements.of(QUERY);
    assertNotSame(first, again);
    statements.forget(QUERY);
    assertTrue(again.isClosed());
  }

  private String name(int id) throws SQLException {
    PreparedStatement statement = statements.of(QUERY);
    statement.setInt(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString("name");
    }
  }

  private void send(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
