package io.snowpull.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.snowpull.processor.javac.SnowpullProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the processor makes of sources: the files below {@code sf/} and the class of names, or
 * {@code errors.txt}.
 */
final class Compiled {

  private Compiled() {}

  /**
   * Compiles a case, with its {@code approved.json}; the base gives the package declaration that
   * the case lacks.
   */
  static Map<String, String> of(Path base, Path input) throws IOException {
    Path approved = input.resolveSibling("approved.json");
    return of(
        sources(base, input),
        Files.exists(approved) ? List.of("-Asnowpull.approved=" + approved) : List.of());
  }

  /** The same, with the sources in another order. */
  static Map<String, String> shuffled(Path base, Path input, long seed) throws IOException {
    List<JavaFileObject> sources = sources(base, input);
    Collections.shuffle(sources, new Random(seed));
    return of(sources, List.of());
  }

  /** The same, with every source of the case changed before. */
  static Map<String, String> edited(Path base, Path input, UnaryOperator<String> edit)
      throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (JavaFileObject source : sources(base, input)) {
      sources.add(
          JavaFileObjects.forSourceString(
              source.getName().replaceAll(".*/|[.]java$", ""), edit.apply(content(source))));
    }
    return of(sources, List.of());
  }

  private static Map<String, String> of(List<JavaFileObject> sources, List<String> options) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new SnowpullProcessor())
            .withOptions(
                Stream.concat(Stream.of("-Xlint:-processing", "-implicit:none"), options.stream())
                    .toList())
            .compile(sources);
    Map<String, String> files = new TreeMap<>();
    String errors =
        compilation.errors().stream().map(Compiled::message).sorted().collect(Collectors.joining());
    if (!errors.isEmpty()) {
      return Map.of("errors.txt", errors);
    }
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().endsWith("Names.java")) {
        files.put(file.getName().replaceAll(".*/", ""), content(file));
      }
      int start = file.getName().indexOf("/sf/");
      if (start >= 0) {
        files.put(file.getName().substring(start + 4), content(file));
      }
    }
    return files;
  }

  private static String message(Diagnostic<? extends JavaFileObject> error) {
    String file = error.getSource() == null ? "" : error.getSource().getName();
    return file.replaceAll(".*/", "")
        + ":"
        + error.getLineNumber()
        + ": "
        + error.getMessage(null)
        + "\n";
  }

  private static String content(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JavaFileObject> sources(Path base, Path input) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(below(base.resolve("com")));
    List<JavaFileObject> own = below(input);
    if (own.stream().noneMatch(file -> file.getName().endsWith("package-info.java"))) {
      sources.add(source(base.resolve("package-info.java")));
    }
    sources.addAll(own);
    return sources;
  }

  private static List<JavaFileObject> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Compiled::source)
          .toList();
    }
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
