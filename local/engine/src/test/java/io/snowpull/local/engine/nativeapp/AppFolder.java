package io.snowpull.local.engine.nativeapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The folder of a small application, with its handlers compiled into a jar. */
final class AppFolder {
  private static final List<String> FILES =
      List.of("manifest.yml", "setup.sql", "scripts/roles.sql", "streamlit/page.py");

  private AppFolder() {}

  static Path create(Path directory) throws IOException {
    Path app = Files.createDirectories(directory.resolve("app"));
    for (String file : FILES) {
      Path target = app.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, resource("app/" + file));
    }
    Path source = Files.createDirectories(directory.resolve("source/app"));
    Files.writeString(source.resolve("Handlers.java"), resource("Handlers.java.txt"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    compile(source.resolve("Handlers.java"), classes);
    jar(classes, Files.createDirectories(app.resolve("lib")).resolve("app.jar"));
    return app;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = AppFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void compile(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"));
      boolean done =
          compiler
              .getTask(output, manager, null, options, null, manager.getJavaFileObjects(source))
              .call();
      if (!done) {
        throw new IllegalStateException(output.toString());
      }
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
      }
    }
  }
}
