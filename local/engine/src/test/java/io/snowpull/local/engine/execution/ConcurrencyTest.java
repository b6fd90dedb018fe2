package io.snowpull.local.engine.execution;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that change the same table at the same time wait for each other, as in Snowflake. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {

  private static final int SESSIONS = 6;
  private static final int STATEMENTS = 10;

  private RunningAccount account;
  private ExecutorService threads;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    threads = Executors.newCachedThreadPool();
    try (Connection connection = account.connect()) {
      run(connection, "CREATE DATABASE c");
    }
  }

  @AfterAll
  void stop() {
    threads.shutdownNow();
    account.close();
  }

  @Test
  void updatesOfOneRowQueueInsteadOfFailing() throws Exception {
    try (Connection connection = connect()) {
      run(connection, "CREATE OR REPLACE TABLE counter (n INT)", "INSERT INTO counter VALUES (0)");
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        all.add(threads.submit(() -> repeat("UPDATE counter SET n = n + 1")));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertEquals(
          List.of(Integer.toString(SESSIONS * STATEMENTS)),
          rows(connection, "SELECT n FROM counter"));
    }
  }

  @Test
  void mergesOfTheSameKeysQueueInsteadOfFailing() throws Exception {
    try (Connection connection = connect()) {
      run(connection, "CREATE OR REPLACE TABLE merged (id INT, n INT)");
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        all.add(
            threads.submit(
                () ->
                    repeat(
                        "MERGE INTO merged USING (SELECT 1 AS id UNION ALL SELECT 2) s ON"
                            + " merged.id = s.id WHEN MATCHED THEN UPDATE SET n = n + 1 WHEN NOT"
                            + " MATCHED THEN INSERT (id, n) VALUES (s.id, 1)")));
      }
      for (Future<?> one : all) {
        one.get();
      }
      String total = Integer.toString(SESSIONS * STATEMENTS);
      assertEquals(
          List.of("1|" + total, "2|" + total), rows(connection, "SELECT * FROM merged ORDER BY 1"));
    }
  }

  @Test
  void insertsDoNotWaitForAnOpenUpdate() throws Exception {
    try (Connection one = connect();
        Connection other = connect()) {
      run(one, "CREATE OR REPLACE TABLE open (n INT)", "INSERT INTO open VALUES (1)", "BEGIN");
      run(one, "UPDATE open SET n = 2");
      run(other, "INSERT INTO open VALUES (3)");
      assertEquals(List.of("1", "3"), rows(other, "SELECT n FROM open ORDER BY n"));
      run(one, "COMMIT");
      assertEquals(List.of("2", "3"), rows(other, "SELECT n FROM open ORDER BY n"));
    }
  }

  @Test
  void aStatementThatWaitsForALockCanBeCancelled() throws Exception {
    try (Connection holder = connect();
        Connection waiter = connect();
        Statement waiting = waiter.createStatement()) {
      run(holder, "CREATE OR REPLACE TABLE held (n INT)", "INSERT INTO held VALUES (1)", "BEGIN");
      run(holder, "UPDATE held SET n = 2");
      assertEquals(604, account.cancelled(waiting, "UPDATE held SET n = 3"));
      run(holder, "COMMIT");
      run(waiter, "UPDATE held SET n = 4");
      assertEquals(List.of("4"), rows(holder, "SELECT n FROM held"));
    }
  }

  @Test
  void aSessionSaysHowLongItWaitsForALock() throws Exception {
    try (Connection holder = connect();
        Connection impatient = connect()) {
      run(holder, "CREATE OR REPLACE TABLE kept (n INT)", "INSERT INTO kept VALUES (1)", "BEGIN");
      run(holder, "UPDATE kept SET n = 2");
      run(impatient, "ALTER SESSION SET LOCK_TIMEOUT = 0", "BEGIN", "INSERT INTO kept VALUES (7)");
      SQLException refused =
          assertThrows(SQLException.class, () -> run(impatient, "UPDATE kept SET n = 3"));
      assertEquals(625, refused.getErrorCode());
      assertTrue(String.valueOf(refused.getMessage()).contains("LOCK_TIMEOUT"));
      run(holder, "COMMIT");
      run(impatient, "COMMIT");
      assertEquals(List.of("2", "7"), rows(holder, "SELECT n FROM kept ORDER BY n"));
    }
  }

  @Test
  void theStatementThatWouldCloseADeadlockFailsAndTheOtherGoesOn() throws Exception {
    try (Connection one = connect();
        Connection other = connect()) {
      run(one, "CREATE OR REPLACE TABLE left_one (n INT)", "INSERT INTO left_one VALUES (1)");
      run(one, "CREATE OR REPLACE TABLE right_one (n INT)", "INSERT INTO right_one VALUES (1)");
      run(one, "BEGIN", "UPDATE left_one SET n = 2");
      run(other, "BEGIN", "UPDATE right_one SET n = 3");
      Future<?> first = threads.submit(() -> call(one, "UPDATE right_one SET n = 2"));
      Future<?> second = threads.submit(() -> call(other, "UPDATE left_one SET n = 3"));
      // Whichever comes second is the victim; its transaction stays open and holds its own table.
      boolean firstFailed = failed(first, second);
      Connection victim = firstFailed ? one : other;
      Connection survivor = firstFailed ? other : one;
      run(victim, "ROLLBACK");
      (firstFailed ? second : first).get();
      run(survivor, "COMMIT");
      String kept = firstFailed ? "3" : "2";
      assertEquals(
          List.of(kept + "|" + kept),
          rows(one, "SELECT left_one.n, right_one.n FROM left_one, right_one"));
    }
  }

  /** Waits until one of the two has failed with the error of a deadlock; true for the first. */
  private static boolean failed(Future<?> first, Future<?> second) throws InterruptedException {
    while (!first.isDone() && !second.isDone()) {
      Thread.onSpinWait();
    }
    Future<?> done = first.isDone() ? first : second;
    ExecutionException failure = assertThrows(ExecutionException.class, done::get);
    SQLException cause = assertInstanceOf(SQLException.class, failure.getCause());
    assertEquals(625, cause.getErrorCode());
    assertTrue(String.valueOf(cause.getMessage()).contains("deadlock"), cause.getMessage());
    return done == first;
  }

  private static @org.jspecify.annotations.Nullable Void call(Connection connection, String sql)
      throws SQLException {
    run(connection, sql);
    return null;
  }

  private Connection connect() throws SQLException {
    return account.connect("db", "C", "schema", "PUBLIC");
  }

  private @org.jspecify.annotations.Nullable Void repeat(String sql) throws SQLException {
    try (Connection connection = connect()) {
      for (int i = 0; i < STATEMENTS; i++) {
        run(connection, sql);
      }
    }
    return null;
  }
}
