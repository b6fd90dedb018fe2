package io.snowpull.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is measured of one server. */
final class EngineMeasures {
  private static final int ROWS = 10_000;
  private static final int SESSIONS = 16;
  private static final long SHARED_SECONDS = 5;

  private final Server server;
  private final Connection connection;
  private final List<Measure> measures = new ArrayList<>();

  /**
   * @param value 0 where the server could not do it
   */
  record Measure(String name, double value, String shown, boolean higherIsBetter) {
    static Measure missing(String why) {
      return new Measure("", 0, why, false);
    }
  }

  private EngineMeasures(Server server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  static List<Measure> of(Server server) throws Exception {
    try (Connection connection = server.connect()) {
      EngineMeasures measures = new EngineMeasures(server, connection);
      measures.all();
      return measures.measures;
    }
  }

  private void all() throws Exception {
    add(
        new Measure(
            "first answer after the start",
            server.firstAnswerMillis(),
            Samples.shown(server.firstAnswerMillis()),
            false));
    prepare();
    latency("`SELECT 1`", 3000, 1000, i -> read("SELECT 1"));
    latency(
        "point select with a VARIANT path",
        1000,
        1000,
        i -> read("SELECT NAME, RAW:user.login::VARCHAR FROM T WHERE ID = " + (i * 37 % ROWS)));
    latency("`MERGE` of one row", 500, 500, i -> run(mergeOne(i * 41 % (2 * ROWS))));
    latency("`SHOW TABLES`", 300, 300, i -> read("SHOW TABLES IN SCHEMA BENCH.PUBLIC"));
    latency("typed error", 300, 500, i -> fail("SELECT * FROM NO_SUCH_TABLE"));
    latency("login and logout", 20, 100, i -> server.connect().close());
    once("`MERGE` of 10,000 rows", 5, () -> run(MERGE_MANY));
    // The local account answers the JDBC driver in JSON until it is told otherwise; fakesnow in
    // Arrow.
    once("a million rows of four columns, as the driver gets them", 3, this::million);
    if (server.isOurs()) {
      run("ALTER SESSION SET JDBC_QUERY_RESULT_FORMAT = 'ARROW'");
    }
    once("a million rows of four columns, Arrow", 3, this::million);
    shared();
    long resident = server.residentMegabytes();
    add(new Measure("resident memory after all that", resident, resident + " MB", false));
  }

  private static final String MERGE_MANY =
      "MERGE INTO T USING S ON T.ID = S.ID"
          + " WHEN MATCHED THEN UPDATE SET RAW = S.RAW, NAME = S.NAME"
          + " WHEN NOT MATCHED THEN INSERT (ID, RAW, NAME) VALUES (S.ID, S.RAW, S.NAME)";

  private void prepare() throws SQLException {
    run("CREATE DATABASE BENCH");
    run("CREATE SCHEMA IF NOT EXISTS BENCH.PUBLIC");
    run("USE DATABASE BENCH");
    run("USE SCHEMA PUBLIC");
    run("CREATE TABLE K (ID NUMBER)");
    StringBuilder thousand = new StringBuilder("INSERT INTO K VALUES (0)");
    for (int i = 1; i < 1000; i++) {
      thousand.append(", (").append(i).append(')');
    }
    run(thousand.toString());
    String rows =
        "SELECT A.ID * 1000 + B.ID AS ID,"
            + " PARSE_JSON('{\"user\": {\"login\": \"user' || B.ID || '\"}}') AS RAW,"
            + " 'name ' || B.ID AS NAME FROM K A CROSS JOIN K B WHERE A.ID < 10";
    run("CREATE TABLE T AS " + rows);
    run("CREATE TABLE S AS SELECT ID + 5000 AS ID, RAW, NAME FROM T");
    run(
        "CREATE TABLE M AS SELECT A.ID * 1000 + B.ID AS ID, 'name ' || B.ID AS NAME,"
            + " B.ID * 1.25 AS AMOUNT, TO_TIMESTAMP_NTZ(1700000000 + A.ID) AS CREATED"
            + " FROM K A CROSS JOIN K B");
  }

  private static String mergeOne(int id) {
    return "MERGE INTO T USING (SELECT "
        + id
        + " AS ID, PARSE_JSON('{\"user\": {\"login\": \"merged\"}}') AS RAW) S ON T.ID = S.ID"
        + " WHEN MATCHED THEN UPDATE SET RAW = S.RAW"
        + " WHEN NOT MATCHED THEN INSERT (ID, RAW) VALUES (S.ID, S.RAW)";
  }

  /** Work that is told how often it ran. */
  private interface Counted {
    void run(int round) throws Exception;
  }

  private void latency(String name, int warmUp, int rounds, Counted work) {
    int[] round = {0};
    try {
      Samples samples = Samples.of(warmUp, rounds, () -> work.run(round[0]++));
      add(new Measure(name + ", p50", samples.median(), Samples.shown(samples.median()), false));
      double late = samples.percentile(99);
      add(new Measure(name + ", p99", late, Samples.shown(late), false));
    } catch (Exception e) {
      add(new Measure(name + ", p50", 0, reason(e), false));
      add(new Measure(name + ", p99", 0, "", false));
    }
  }

  private void once(String name, int rounds, Samples.Work work) {
    try {
      double median = Samples.of(1, rounds, work).median();
      add(new Measure(name, median, Samples.shown(median), false));
    } catch (Exception e) {
      add(new Measure(name, 0, reason(e), false));
    }
  }

  private void million() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT ID, NAME, AMOUNT, CREATED FROM M")) {
      long count = 0;
      while (rows.next()) {
        rows.getLong(1);
        rows.getString(2);
        rows.getBigDecimal(3);
        rows.getTimestamp(4);
        count++;
      }
      if (count != 1_000_000) {
        throw new SQLException("only " + count + " rows came");
      }
    }
  }

  private void shared() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
    try {
      long end = System.nanoTime() + SHARED_SECONDS * 1_000_000_000L;
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        work.add(() -> queriesUntil(end));
      }
      long queries = 0;
      for (Future<Long> count : threads.invokeAll(work)) {
        queries += count.get();
      }
      double rate = (double) queries / SHARED_SECONDS;
      String shown = String.format(Locale.ROOT, "%.0f a second", rate);
      add(new Measure("16 sessions, point selects", rate, shown, true));
    } catch (Exception e) {
      add(new Measure("16 sessions, point selects", 0, reason(e), true));
    } finally {
      threads.shutdownNow();
    }
  }

  private long queriesUntil(long end) throws SQLException {
    long count = 0;
    try (Connection own = server.connect();
        Statement statement = own.createStatement()) {
      while (System.nanoTime() < end) {
        String sql = "SELECT NAME FROM BENCH.PUBLIC.T WHERE ID = " + count * 37 % ROWS;
        statement.executeQuery(sql).next();
        count++;
      }
    }
    return count;
  }

  private void read(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fail(String sql) throws SQLException {
    try {
      run(sql);
    } catch (SQLException expected) {
      return;
    }
    throw new SQLException("no error came");
  }

  private void add(Measure measure) {
    measures.add(measure);
    System.err.println(server.name() + ": " + measure.name() + ": " + measure.shown());
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return "failed: " + message.substring(0, Math.min(80, message.length()));
  }
}
