package io.snowpull.bench;

/** The benchmarks by name, for {@code ./snowpull bench}. */
public final class Bench {
  private Bench() {}

  /**
   * Prints a Markdown table of what was measured.
   *
   * @param args the benchmark, then its options
   */
  public static void main(String[] args) throws Exception {
    String[] options = java.util.Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "" : args[0]) {
      case "generator" -> GeneratorBenchmark.run();
      case "ingestion" -> IngestionBenchmark.run(options);
      case "watch" -> WatchBenchmark.run(options);
      case "engine" -> EngineBenchmark.run(options);
      default -> {
        System.err.println("snowpull: bench takes one of: engine, generator, ingestion, watch");
        System.exit(2);
      }
    }
  }

  /** Where the numbers come from, as the documentation has to say. */
  static String machine() {
    return "JDK "
        + Runtime.version()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", "
        + java.time.LocalDate.now(java.time.ZoneOffset.UTC);
  }
}
