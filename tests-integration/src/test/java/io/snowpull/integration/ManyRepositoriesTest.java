package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Repositories share tables for cursors, claims, runs and states. The account fails the twentieth
 * statement that waits for one table's lock, so none of them may be locked.
 */
class ManyRepositoriesTest {
  private static final int REPOSITORIES = 50;

  @Test
  void ingestsFiftyAtOnce(@TempDir Path data) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(REPOSITORIES);
    try (LocalConnector connector = LocalConnector.start(data)) {
      connector.provision(connector.configuration());
      List<Callable<JsonNode>> calls = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<SimulatedRepository> repositories = new ArrayList<>();
      for (int i = 0; i < REPOSITORIES; i++) {
        String name = "many/r" + i;
        repositories.add(connector.gitHub().addRepository(name, IssueSource.generated(3 + i, i)));
        names.add(name);
        calls.add(() -> connector.ingestApart(name));
      }
      connector.enable(names);
      for (int i = 0; i < REPOSITORIES; i++) {
        JsonNode first = connector.endOfRun("many/r" + i);
        assertEquals("DONE", first.path("state").asText(), first::toString);
        repositories.get(i).update(1, issue -> issue.put("title", "Changed"));
        repositories.get(i).create("New", issue -> {});
      }
      List<Future<JsonNode>> runs = callers.invokeAll(calls);
      for (int i = 0; i < REPOSITORIES; i++) {
        JsonNode report = runs.get(i).get();
        assertEquals(4 + i, report.path("rows_count").asInt(), report::toString);
        assertEquals("DONE", connector.state("many/r" + i).path("state").asText());
        assertEquals(
            Integer.toString(4 + i),
            connector.value("SELECT COUNT(*) FROM IDENTIFIER(?)", "GITHUB.PUBLIC.MANY_R" + i));
      }
    } finally {
      callers.shutdownNow();
    }
  }
}
