package io.snowpull.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.integration.LocalConnector;
import io.snowpull.simulator.Counters;
import java.util.List;

/** The connector's own first load, and the poll after it that finds nothing new. */
final class OurLoad {
  private static final long PAUSE_MILLIS = 100;

  private OurLoad() {}

  static List<LoadResult> of(LocalConnector connector, String repository) throws Exception {
    try (HeapWatch heap = HeapWatch.start()) {
      Counters before = connector.gitHub().counters();
      long statements = connector.statements();
      long start = System.nanoTime();
      // Enabling starts the task that loads.
      connector.enable(repository);
      JsonNode state = endOfRun(connector, repository);
      double seconds = (System.nanoTime() - start) / 1e9;
      statements = connector.statements() - statements;
      Counters loaded = connector.gitHub().counters();
      String outcome = state.path("state").asText();
      if (!outcome.equals("DONE")) {
        return List.of(LoadResult.failed("snowpull, first load", outcome + " " + state));
      }
      long heapMegabytes = heap.peakMegabytes();
      LoadResult first =
          LoadResult.of("snowpull, first load", seconds, before, loaded, rows(connector));
      return List.of(
          first.withStatements(statements).withHeap(heapMegabytes), poll(connector, repository));
    }
  }

  private static LoadResult poll(LocalConnector connector, String repository) throws Exception {
    Counters before = connector.gitHub().counters();
    long statements = connector.statements();
    long start = System.nanoTime();
    connector.ingest(repository);
    double seconds = (System.nanoTime() - start) / 1e9;
    Counters after = connector.gitHub().counters();
    statements = connector.statements() - statements;
    return LoadResult.of("snowpull, nothing new", seconds, before, after, rows(connector))
        .withStatements(statements);
  }

  private static long rows(LocalConnector connector) throws Exception {
    String table = "SELECT COUNT(DISTINCT ID) FROM GITHUB.PUBLIC.OCTO_CATS";
    return Long.parseLong(connector.asApplication(table).get(0).get(0));
  }

  private static JsonNode endOfRun(LocalConnector connector, String repository) throws Exception {
    JsonNode state = connector.state(repository);
    while (state.isMissingNode() || state.path("state").asText().equals("RUNNING")) {
      Thread.sleep(PAUSE_MILLIS);
      state = connector.state(repository);
    }
    return state;
  }
}
