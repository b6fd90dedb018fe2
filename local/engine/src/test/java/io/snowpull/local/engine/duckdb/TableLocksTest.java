package io.snowpull.local.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.result.SnowflakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableLocksTest {

  private static final PhysicalName TABLE = new PhysicalName("D.S", "t");
  private static final PhysicalName OTHER = new PhysicalName("D.S", "u");
  private static final PhysicalName THIRD = new PhysicalName("D.S", "v");
  private static final Duration LONG = Duration.ofHours(1);
  private static final int QUEUE = 20;

  private final TableLocks locks = new TableLocks();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void grantsInTheOrderOfAskingAndRefusesTheTwentyFirst() throws Exception {
    locks.acquire("holder", TABLE, LONG);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < QUEUE; i++) {
      int number = i;
      all.add(
          threads.submit(
              () -> {
                Object owner = new Object();
                locks.acquire(owner, TABLE, LONG);
                order.add(number);
                locks.release(owner, TABLE);
              }));
      await(TABLE, i + 1);
    }
    assertRefused("20 statements limit", "one too many", TABLE, LONG);
    locks.release("holder", TABLE);
    for (Future<?> one : all) {
      one.get();
    }
    assertEquals(java.util.stream.IntStream.range(0, QUEUE).boxed().toList(), order);
    locks.acquire("next", TABLE, Duration.ZERO);
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    locks.acquire("holder", TABLE, LONG);
    assertRefused("LOCK_TIMEOUT", "other", TABLE, Duration.ZERO);
    assertRefused("LOCK_TIMEOUT", "other", TABLE, Duration.ofMillis(1));
    assertEquals(0, locks.waiters(TABLE));
    locks.release("holder", TABLE);
    locks.acquire("other", TABLE, Duration.ZERO);
  }

  @Test
  void theOwnerDoesNotWaitForItself() {
    locks.acquire("holder", TABLE, Duration.ZERO);
    locks.acquire("holder", TABLE, Duration.ZERO);
  }

  @Test
  void refusesToCloseACircleOfThree() throws Exception {
    locks.acquire("a", TABLE, LONG);
    locks.acquire("b", OTHER, LONG);
    locks.acquire("c", THIRD, LONG);
    Future<?> first = threads.submit(() -> locks.acquire("a", OTHER, LONG));
    await(OTHER, 1);
    Future<?> second = threads.submit(() -> locks.acquire("b", THIRD, LONG));
    await(THIRD, 1);
    assertRefused("deadlock", "c", TABLE, LONG);
    locks.release("c", THIRD);
    second.get();
    locks.release("b", OTHER);
    first.get();
  }

  @Test
  void whoIsGrantedInAQueueAndThenAsksBackIsFoundToo() throws Exception {
    locks.acquire("a", TABLE, LONG);
    locks.acquire("b", OTHER, LONG);
    Future<?> granted = threads.submit(() -> locks.acquire("c", OTHER, LONG));
    await(OTHER, 1);
    Future<?> behind = threads.submit(() -> locks.acquire("a", OTHER, LONG));
    await(OTHER, 2);
    locks.release("b", OTHER);
    granted.get();
    assertRefused("deadlock", "c", TABLE, LONG);
    locks.release("c", OTHER);
    behind.get();
  }

  @Test
  void whoIsInterruptedWaitsNoMore() throws Exception {
    locks.acquire("holder", TABLE, LONG);
    Future<?> waiting = threads.submit(() -> locks.acquire("other", TABLE, LONG));
    await(TABLE, 1);
    threads.shutdownNow();
    ExecutionException ended = assertThrows(ExecutionException.class, waiting::get);
    assertTrue(ended.getCause() instanceof SnowflakeException);
    assertEquals(0, locks.waiters(TABLE));
    locks.release("holder", TABLE);
    locks.acquire("next", TABLE, Duration.ZERO);
  }

  private void assertRefused(String why, Object owner, PhysicalName table, Duration timeout) {
    SnowflakeException refused =
        assertThrows(SnowflakeException.class, () -> locks.acquire(owner, table, timeout));
    assertEquals("000625", refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }

  private void await(PhysicalName table, int waiters) {
    while (locks.waiters(table) < waiters) {
      Thread.onSpinWait();
    }
  }
}
