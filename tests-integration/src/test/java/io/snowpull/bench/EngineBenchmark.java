package io.snowpull.bench;

import io.snowpull.bench.EngineMeasures.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The local account beside fakesnow's server: both in processes of their own, the same JDBC driver,
 * the same statements, in the same run.
 */
final class EngineBenchmark {
  private EngineBenchmark() {}

  /**
   * @param options the program that starts fakesnow; none to measure the local account alone
   */
  static void run(String[] options) throws Exception {
    Path folder = Files.createTempDirectory("snowpull-bench");
    List<Measure> ours;
    try (Server local = Server.local(folder.resolve("data"))) {
      ours = EngineMeasures.of(local);
    }
    List<Measure> theirs = new ArrayList<>();
    if (options.length > 0) {
      try (Server peer = Server.fakesnow(Path.of(options[0]), folder.resolve("fakesnow.log"))) {
        theirs.addAll(EngineMeasures.of(peer));
      }
    }
    System.out.println("| | snowpull | fakesnow | ratio |");
    System.out.println("|---|---|---|---|");
    for (int i = 0; i < ours.size(); i++) {
      print(ours.get(i), theirs.isEmpty() ? Measure.missing("not run") : theirs.get(i));
    }
    System.out.println("\n" + Bench.machine());
  }

  private static void print(Measure ours, Measure theirs) {
    boolean comparable = ours.value() > 0 && theirs.value() > 0;
    double ratio =
        ours.higherIsBetter() ? ours.value() / theirs.value() : theirs.value() / ours.value();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s |%n",
        ours.name(),
        ours.shown(),
        theirs.shown(),
        comparable ? String.format(Locale.ROOT, "%.1f", ratio) : "");
  }
}
