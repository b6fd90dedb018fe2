package io.snowpull.bench;

import io.snowpull.integration.LocalConnector;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatorConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The first load of a repository by the connector, installed in a local account, and by its peers,
 * one after the other from the same simulated GitHub in the same run.
 */
final class IngestionBenchmark {
  private static final String REPOSITORY = "octo/cats";
  private static final int SEED = 7;

  /** Nobody is stopped by a limit here: some peers need many more requests than others. */
  private static final int NO_LIMIT = 1_000_000;

  private IngestionBenchmark() {}

  /**
   * @param options the latencies in milliseconds, the numbers of issues and the peers (none for
   *     none), each separated by commas; the heap of the connector's process in megabytes; then the
   *     folder of the peers' environments and the folder of their scripts
   */
  static void run(String[] options) throws Exception {
    if (options.length != 6) {
      throw new IllegalArgumentException("six options are needed, but there are " + options.length);
    }
    List<Peers.Peer> chosen = Peers.Peer.parse(options[2]);
    int heapMegabytes = Integer.parseInt(options[3]);
    Peers peers = new Peers(Path.of(options[4]), Path.of(options[5]));
    System.out.println(
        "| issues | latency | reader | time | requests | body bytes | rows lost | statements |"
            + " peak heap of "
            + heapMegabytes
            + " MB |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int issues : numbers(options[1])) {
      for (int latency : numbers(options[0])) {
        load(issues, latency, heapMegabytes, peers, chosen);
      }
    }
    System.out.println("\n" + Bench.machine());
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static void load(
      int issues, int latency, int heapMegabytes, Peers peers, List<Peers.Peer> chosen)
      throws Exception {
    Path folder = Files.createTempDirectory("snowpull-bench");
    SimulatorConfig config =
        SimulatorConfig.standard()
            .withLimits(NO_LIMIT, NO_LIMIT)
            .withLatency(Duration.ofMillis(latency));
    try (LocalConnector connector =
        LocalConnector.start(folder.resolve("account"), config, heapMegabytes)) {
      connector.gitHub().addRepository(REPOSITORY, IssueSource.generated(issues, SEED));
      connector.provision(connector.configuration());
      for (LoadResult result : OurLoad.of(connector, REPOSITORY)) {
        System.out.println(result.shown(issues, latency));
      }
      for (Peers.Peer peer : chosen) {
        System.out.println(
            peers.load(peer, connector.gitHub(), REPOSITORY, folder).shown(issues, latency));
      }
    }
  }
}
