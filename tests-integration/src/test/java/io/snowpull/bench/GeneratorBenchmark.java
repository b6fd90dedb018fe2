package io.snowpull.bench;

import io.snowpull.processor.javac.SnowpullProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What the annotation processor adds to a compilation: javac in a process of its own, as a build
 * starts it, with the processor and without, in turns.
 */
final class GeneratorBenchmark {
  private static final int[] SIZES = {1, 100, 500, 2000};
  private static final int ROUNDS = 5;
  private static final int PROCEDURES_IN_A_CLASS = 20;

  private final Path folder;

  private GeneratorBenchmark(Path folder) {
    this.folder = folder;
  }

  /** How a compilation is run. */
  private interface Javac {
    void compile(List<String> arguments) throws IOException, InterruptedException;
  }

  static void run() throws Exception {
    Path folder = Files.createTempDirectory("snowpull-bench");
    try {
      print(
          "A process of its own for each compilation, as `javac` is",
          folder,
          GeneratorBenchmark::forked);
      print("One process for all, as Maven's is", folder, GeneratorBenchmark::inProcess);
      System.out.println("\nMedians of " + ROUNDS + " compilations each; " + Bench.machine());
    } finally {
      delete(folder);
    }
  }

  private static void print(String title, Path folder, Javac javac) throws Exception {
    System.out.println("\n" + title + ":\n");
    System.out.println("| procedures | javac alone | with the processor | added |");
    System.out.println("|---|---|---|---|");
    for (int size : SIZES) {
      new GeneratorBenchmark(folder.resolve(Integer.toString(size))).measure(size, javac);
    }
  }

  private void measure(int size, Javac javac) throws Exception {
    List<String> sources = write(size);
    List<String> alone = arguments(sources, "alone", List.of("-proc:none"));
    List<String> with = arguments(sources, "with", List.of());
    javac.compile(alone);
    javac.compile(with);
    double[] withoutProcessor = new double[ROUNDS];
    double[] withProcessor = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      withoutProcessor[round] = Samples.of(0, 1, () -> javac.compile(alone)).median();
      withProcessor[round] = Samples.of(0, 1, () -> javac.compile(with)).median();
    }
    double before = new Samples(withoutProcessor).median();
    double after = new Samples(withProcessor).median();
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %s |%n",
        size,
        Samples.shown(before),
        Samples.shown(after),
        Samples.shown(after - before));
  }

  private List<String> arguments(List<String> sources, String output, List<String> options)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(output));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("-d", classes.toString(), "-cp", only("annotations", "snowpark"), "-nowarn"));
    if (options.isEmpty()) {
      arguments.addAll(
          List.of(
              "-processorpath",
              only("annotations", "processor", "mustache", "jspecify"),
              "-processor",
              SnowpullProcessor.class.getName(),
              "-Xlint:-processing"));
    }
    arguments.addAll(options);
    arguments.addAll(sources);
    return arguments;
  }

  /** What a connector's build has there, not all that this process has. */
  private static String only(String... parts) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                Arrays.stream(parts)
                    .anyMatch(
                        part ->
                            entry.contains("/" + part)
                                || entry.contains("snowpull-" + part)
                                || entry.contains(part + ".java")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void forked(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (javac.waitFor() != 0) {
      throw new IllegalStateException("javac failed: " + output);
    }
  }

  /** The processor is loaded anew each time, as javac does; the JVM knows javac already. */
  private static void inProcess(List<String> arguments) {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("javac failed");
    }
  }

  private List<String> write(int size) throws IOException {
    Path source = Files.createDirectories(folder.resolve("bench"));
    List<String> files = new ArrayList<>();
    files.add(Files.writeString(source.resolve("package-info.java"), APPLICATION).toString());
    for (int first = 0; first < size; first += PROCEDURES_IN_A_CLASS) {
      StringBuilder handlers = new StringBuilder(HEAD.formatted(first));
      for (int i = first; i < Math.min(size, first + PROCEDURES_IN_A_CLASS); i++) {
        handlers.append(PROCEDURE.formatted(i, i));
      }
      Path file = source.resolve("Handlers" + first + ".java");
      files.add(Files.writeString(file, handlers.append("}\n")).toString());
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private static final String APPLICATION =
      """
      @ConnectorApplication(
          name = "BENCH", version = "V1", jar = "/lib/bench.jar",
          roles = @ApplicationRole(name = "APP_USER", comment = "Works with it"),
          schemas = {
            @Schema(name = "PUBLIC", versioned = true, comment = "Called", usableBy = "APP_USER"),
            @Schema(name = "CORE", versioned = true, comment = "Code")
          })
      package bench;

      import io.snowpull.annotations.*;
      """;
  private static final String HEAD =
      """
      package bench;

      import com.snowflake.snowpark_java.Session;
      import io.snowpull.annotations.ConnectorProcedure;

      public final class Handlers%d {
      """;
  private static final String PROCEDURE =
      """
        /**
         * Does the %dth thing.
         *
         * @param name of what it is done to
         * @param times how often
         * @return what was done
         */
        @ConnectorProcedure(grantedTo = "APP_USER")
        public static String procedure%d(Session session, String name, long times) {
          return name;
        }
      """;
}
