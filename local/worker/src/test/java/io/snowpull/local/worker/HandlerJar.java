package io.snowpull.local.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources into a jar, as an app's author would. */
final class HandlerJar {
  private HandlerJar() {}

  static Path compile(Path directory, Map<String, String> sources) throws IOException {
    Path source = Files.createDirectories(directory.resolve("source"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    for (Map.Entry<String, String> entry : sources.entrySet()) {
      Path file = source.resolve(entry.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    run(source, classes);
    Path jar = directory.resolve("handlers.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private static void run(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> files = Files.walk(source)) {
      List<Path> units = files.filter(Files::isRegularFile).toList();
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              "-proc:none");
      boolean done =
          compiler
              .getTask(
                  output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(units))
              .call();
      if (!done) {
        throw new IllegalStateException(output.toString());
      }
    }
  }
}
