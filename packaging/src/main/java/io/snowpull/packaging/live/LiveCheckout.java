package io.snowpull.packaging.live;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a checkout has its sources, and what a build with Maven left beside them. */
public record LiveCheckout(Path root) {
  private static final Map<String, Changed> SOURCES =
      Map.of(
          "ui/app", Changed.PAGE,
          "procedures/runtime/src/main/java", Changed.JAVA,
          "procedures/github/src/main/java", Changed.JAVA,
          "sqlgen/ddl/src/main/java", Changed.STATEMENTS,
          "sqlgen/processor/src/main", Changed.PROCESSOR);

  /** Folders to be watched. */
  public List<Path> watched() {
    return SOURCES.keySet().stream().sorted().map(root::resolve).toList();
  }

  /** What the file is part of; empty for what an editor or an interpreter leaves behind. */
  public Optional<Changed> partOf(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith(".") || name.endsWith("~") || file.toString().contains("__pycache__")) {
      return Optional.empty();
    }
    return SOURCES.entrySet().stream()
        .filter(source -> file.startsWith(root.resolve(source.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What this class writes is here, apart from what Maven writes. */
  Path folder() {
    return root.resolve("packaging/target/watch");
  }

  List<Path> connectorSources() {
    return List.of(
        root.resolve("procedures/runtime/src/main/java"),
        root.resolve("procedures/github/src/main/java"));
  }

  Path statementSources() {
    return root.resolve("sqlgen/ddl/src/main/java");
  }

  Path processorSources() {
    return root.resolve("sqlgen/processor/src/main");
  }

  Path page() {
    return root.resolve("ui/app");
  }

  Path readme() {
    return root.resolve("packaging/src/main/app/README.md");
  }

  Path builtJar() {
    return root.resolve("procedures/github/target/snowpull-github-app.jar");
  }

  Path bill() {
    return root.resolve("procedures/github/target/sbom.cdx.json");
  }

  Path builtProcessor() {
    return root.resolve("sqlgen/processor/target/classes");
  }

  /** What a module's build wrote down as its class path. */
  List<Path> classPath(String module) throws IOException {
    Path file = root.resolve(module).resolve("target/classpath.txt");
    if (!Files.isRegularFile(file)) {
      throw new LiveBuildException(
          file + " is missing: build first, with 'mvn -q package -Dmaven.test.skip'");
    }
    List<Path> classPath = new ArrayList<>();
    for (String entry : Files.readString(file).strip().split(File.pathSeparator, -1)) {
      classPath.add(Path.of(entry));
    }
    return classPath;
  }
}
