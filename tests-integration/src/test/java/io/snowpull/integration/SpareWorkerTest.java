package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.simulator.IssueSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processes in which an account runs Java procedures. */
class SpareWorkerTest {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Set<Long> others = workers();

  /** Those of this machine that this process has started. */
  private static Set<Long> workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("ProcedureWorker"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Long> own() {
    Set<Long> own = workers();
    own.removeAll(others);
    return own;
  }

  private void awaitWorkers(int number) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (own().size() != number) {
      assertTrue(System.nanoTime() < deadline, "workers: " + own());
      Thread.onSpinWait();
    }
  }

  @Test
  void isMadeOnceAndEndsWithTheAccount(@TempDir Path data) throws Exception {
    try (LocalConnector connector = LocalConnector.start(data)) {
      // Installing calls a procedure, in a process that is kept; the spare comes beside it.
      awaitWorkers(2);
      Set<Long> made = own();
      connector.provision(connector.configuration());
      connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
      connector.enable("o/r");
      connector.endOfRun("o/r");
      assertTrue(own().containsAll(made), "both are still there: " + made + " " + own());
    }
    assertEquals(Set.of(), own());
  }
}
