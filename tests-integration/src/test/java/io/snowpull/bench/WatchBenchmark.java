package io.snowpull.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** From a saved file to what it changes, with {@code up --watch}. */
final class WatchBenchmark {
  private static final int ROUNDS = 7;
  private static final String JAVA =
      "procedures/runtime/src/main/java/io/snowpull/runtime/configuration/"
          + "ConnectorConfiguration.java";
  private static final String TEMPLATE =
      "sqlgen/processor/src/main/resources/io/snowpull/processor/render/setup.sql.mustache";
  private static final String PAGE = "ui/app/streamlit_app.py";
  private static final String SERVED = "packaging/target/watch/page/streamlit_app.py";

  private final WatchedCopy copy;
  private final Statement statement;
  private int upgrades;

  private WatchBenchmark(WatchedCopy copy, Statement statement) {
    this.copy = copy;
    this.statement = statement;
  }

  /**
   * @param options the root of the checkout
   */
  static void run(String... options) throws Exception {
    Path folder = Files.createTempDirectory("snowpull-watch");
    try (WatchedCopy copy = WatchedCopy.start(Path.of(options[0]), folder);
        Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      new WatchBenchmark(copy, statement).measure();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void measure() throws Exception {
    System.out.println("| saved | seen | median | slowest |");
    System.out.println("|---|---|---|---|");
    print("a Java file", "a call answers anew", this::java);
    print("a template", "the application is upgraded", this::template);
    print("a file of the page", "the page serves it", this::page);
    System.out.println("\n" + ROUNDS + " each, the first not counted; " + Bench.machine());
  }

  /** One change and what it leads to. */
  private interface Round {
    void run(int number) throws IOException, SQLException;
  }

  private void print(String saved, String seen, Round round) throws Exception {
    double[] times = new double[ROUNDS];
    for (int number = 0; number <= ROUNDS; number++) {
      int current = number;
      double time = Samples.of(0, 1, () -> round.run(current)).median();
      if (number > 0) {
        times[number - 1] = time;
      }
      upgrades++;
      copy.await("Upgraded ", upgrades);
    }
    Samples samples = new Samples(times);
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        saved, seen, Samples.shown(samples.median()), Samples.shown(samples.percentile(100)));
  }

  private void java(int number) throws IOException, SQLException {
    copy.edit(JAVA, lacks(number), lacks(number + 1));
    while (!WatchedCopy.refusal(statement).contains(lacks(number + 1))) {
      Thread.onSpinWait();
    }
  }

  private static String lacks(int number) {
    return number == 0 ? "The configuration lacks" : "Configuration " + number + " lacks";
  }

  private void template(int number) throws IOException {
    copy.edit(TEMPLATE, "-- Generated from", "-- (" + number + ") Generated from");
    copy.await("Upgraded ", upgrades + 1);
  }

  private void page(int number) throws IOException {
    String mark = "# change " + number;
    copy.edit(PAGE, "from page import", mark + "\nfrom page import");
    while (!Files.readString(copy.file(SERVED)).contains(mark)) {
      Thread.onSpinWait();
    }
  }
}
