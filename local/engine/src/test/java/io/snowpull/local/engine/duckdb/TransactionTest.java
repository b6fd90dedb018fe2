package io.snowpull.local.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TransactionTest {

  @Test
  void aFailedStatementLeavesTheTransactionAsItWas() {
    try (TestAccount account = TestAccount.inMemory()) {
      account.run("CREATE TABLE t (a NUMBER)");
      account.connection().begin();
      account.run("INSERT INTO t VALUES (1)");
      assertThrows(SnowflakeException.class, () -> account.run("INSERT INTO t VALUES ('x')"));
      account.run("INSERT INTO t VALUES (2)");
      account.connection().commit();
      assertEquals("3", sum(account));
      assertFalse(account.connection().inTransaction());
    }
  }

  @Test
  void rollbackDropsChanges() {
    try (TestAccount account = TestAccount.inMemory()) {
      account.run("CREATE TABLE t (a NUMBER)");
      account.connection().begin();
      account.run("INSERT INTO t VALUES (1)");
      account.connection().rollback();
      assertEquals("null", sum(account));
    }
  }

  @Test
  void theSecondWriterOfATableWaitsAndSeesWhatTheFirstCommitted() throws Exception {
    try (TestAccount first = TestAccount.inMemory();
        TestAccount second = first.another()) {
      first.run("CREATE TABLE t (a NUMBER)");
      first.run("INSERT INTO t VALUES (1)");
      first.connection().begin();
      first.run("UPDATE t SET a = a + 1");
      CountDownLatch started = new CountDownLatch(1);
      ExecutorService executor = Executors.newSingleThreadExecutor();
      try {
        Future<?> waiting =
            executor.submit(
                () -> {
                  second.connection().begin();
                  started.countDown();
                  second.run("UPDATE t SET a = a * 10");
                  second.connection().commit();
                });
        started.await();
        first.connection().commit();
        waiting.get(60, TimeUnit.SECONDS);
      } finally {
        executor.shutdown();
      }
      assertEquals("20", sum(first));
    }
  }

  @Test
  void mergesABatchOnceAndThenNothing() {
    try (TestAccount account = TestAccount.inMemory()) {
      account.run(
          "CREATE TABLE sink (id NUMBER, raw VARIANT, updated_at TIMESTAMP_NTZ, hash VARCHAR)");
      String merge =
          """
          MERGE INTO IDENTIFIER(?) AS sink
          USING (
            SELECT r.VALUE:id::NUMBER(38, 0) AS ID, r.VALUE:raw AS RAW,
              r.VALUE:updated_at::TIMESTAMP_NTZ AS UPDATED_AT, r.VALUE:hash::VARCHAR AS HASH
            FROM TABLE(FLATTEN(INPUT => PARSE_JSON(?))) AS r
            QUALIFY ROW_NUMBER() OVER (
              PARTITION BY r.VALUE:id::NUMBER(38, 0)
              ORDER BY r.VALUE:updated_at::TIMESTAMP_NTZ DESC, r.INDEX DESC) = 1
          ) AS batch
          ON sink.ID = batch.ID
          WHEN MATCHED AND (batch.UPDATED_AT > sink.UPDATED_AT
            OR (batch.UPDATED_AT = sink.UPDATED_AT AND batch.HASH <> sink.HASH))
            THEN UPDATE SET RAW = batch.RAW, UPDATED_AT = batch.UPDATED_AT, HASH = batch.HASH
          WHEN NOT MATCHED THEN INSERT (ID, RAW, UPDATED_AT, HASH)
            VALUES (batch.ID, batch.RAW, batch.UPDATED_AT, batch.HASH)
          """;
      String batch =
          """
          [{"id": 1, "raw": {"t": "o'k?"}, "updated_at": "2024-01-01T00:00:00Z", "hash": "a"},
           {"id": 1, "raw": {"t": "newer"}, "updated_at": "2024-01-02T00:00:00Z", "hash": "b"},
           {"id": 2, "raw": null, "updated_at": "2024-01-01T00:00:00Z", "hash": "c"}]
          """;
      account.bind(SqlValue.text("SINK"), SqlValue.text(batch));
      assertEquals("[2, 0]", account.run(merge).rows().iterator().next().toString());
      assertEquals("[0, 0]", account.run(merge).rows().iterator().next().toString());
      assertEquals(
          "newer",
          account
              .run("SELECT raw:t::string FROM sink WHERE id = 1")
              .rows()
              .iterator()
              .next()
              .get(0));
    }
  }

  @Test
  void bindsEveryKindOfValue() {
    try (TestAccount account = TestAccount.inMemory()) {
      account.bind(
          new SqlValue(new SnowflakeType.Number(38, 2), new BigDecimal("1.50")),
          SqlValue.text("a'b"),
          new SqlValue(SnowflakeType.BOOLEAN, true),
          new SqlValue(SnowflakeType.DATE, java.time.LocalDate.of(2024, 2, 29)),
          new SqlValue(
              SnowflakeType.TIMESTAMP_NTZ, java.time.LocalDateTime.of(2024, 1, 1, 2, 3, 4, 5000)),
          new SqlValue(
              SnowflakeType.TIMESTAMP_LTZ,
              java.time.OffsetDateTime.parse("2024-01-01T02:03:04+02:00")),
          new SqlValue(SnowflakeType.TIME, java.time.LocalTime.of(1, 2, 3)),
          new SqlValue(SnowflakeType.BINARY, new byte[] {1, (byte) 0xAB}),
          new SqlValue(SnowflakeType.REAL, 0.1),
          new SqlValue(SnowflakeType.VARIANT, "{\"a\":1}"),
          SqlValue.text(null));
      StringBuilder shown = new StringBuilder();
      account
          .run("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?:a, ?")
          .rows()
          .forEach(row -> row.forEach(cell -> shown.append(TestAccount.shown(cell)).append(' ')));
      assertEquals(
          "1.50 a'b true 2024-02-29 2024-01-01T02:03:04.000005 2024-01-01T00:03:04Z 01:02:03 01AB"
              + " 0.1 1 NULL ",
          shown.toString());
    }
  }

  @Test
  void insertsManySetsOfBoundValuesAtOnce() {
    try (TestAccount account = TestAccount.inMemory()) {
      account.run("CREATE TABLE t (a NUMBER, b VARCHAR, v VARIANT)");
      List<SqlContext> rows = new ArrayList<>();
      for (int i = 0; i < 2_500; i++) {
        rows.add(
            account.withBinds(
                SqlValue.text(Integer.toString(i)),
                i % 2 == 0 ? SqlValue.text(null) : SqlValue.text("it's " + i)));
      }
      DmlStatement insert =
          (DmlStatement)
              SnowflakeParser.parseStatement(
                  "INSERT INTO t (a, b, v) SELECT ?, ?, PARSE_JSON('{}')");
      assertEquals(2_500, account.connection().executeBatch(insert, rows).changedRows());
      assertEquals(
          "[3123750, 1250, it's 1]",
          account
              .run("SELECT SUM(a), COUNT(b), MIN(b) FROM t")
              .rows()
              .iterator()
              .next()
              .toString());
    }
  }

  private static String sum(TestAccount account) {
    return String.valueOf(account.run("SELECT SUM(a) FROM t").rows().iterator().next().get(0));
  }
}
