package io.snowpull.packaging.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of this JVM's compiler, on all sources of some folders. The build's own checks (Error
 * Prone, NullAway, formatting) are Maven's; here it is a matter of seconds.
 *
 * @param sources folders of sources
 * @param classPath jars and folders of classes
 * @param processorPath where annotation processors are found; empty for none
 */
record Compilation(List<Path> sources, List<Path> classPath, List<Path> processorPath) {

  /**
   * Compiles into a wiped folder.
   *
   * @throws LiveBuildException with the compiler's errors
   */
  void into(Path output) throws IOException {
    wipe(output);
    Files.createDirectories(output);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new LiveBuildException("this is a JRE, which has no compiler: run it with a JDK 17");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  diagnostics,
                  options(output),
                  null,
                  files.getJavaFileObjectsFromPaths(javaFiles()))
              .call();
      if (!compiled) {
        throw new LiveBuildException(errors(diagnostics));
      }
    }
  }

  private List<String> options(Path output) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-d", output.toString(), "--release", "17", "-parameters", "-nowarn"));
    options.addAll(List.of("-classpath", joined(classPath)));
    if (processorPath.isEmpty()) {
      options.add("-proc:none");
    } else {
      options.addAll(List.of("-processorpath", joined(processorPath)));
      options.addAll(List.of("-s", output.toString()));
    }
    return options;
  }

  private List<Path> javaFiles() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : sources) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
      }
    }
    return found;
  }

  private static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(
            one ->
                (one.getSource() == null
                        ? ""
                        : one.getSource().getName() + ":" + one.getLineNumber() + ": ")
                    + one.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  static void wipe(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
