package io.snowpull.packaging.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The application's jar with other classes of ours in it.
 *
 * <p>Maven's shade plugin renamed Jackson in the jar, for Snowpark carries one of another version;
 * the new classes are made to call it by that name too.
 */
final class LiveJar {
  private static final String STATEMENTS = "io/snowpull/ddl/";

  private static final List<String> OURS = List.of("io/snowpull/runtime/", "io/snowpull/github/");

  private static final Remapper RELOCATION =
      new Remapper(org.objectweb.asm.Opcodes.ASM9) {
        @Override
        public String map(String name) {
          return name.startsWith("com/fasterxml/jackson/")
              ? "io/snowpull/shaded/jackson/" + name.substring("com/fasterxml/jackson/".length())
              : name;
        }
      };

  private LiveJar() {}

  /**
   * Copies a jar, its classes of ours replaced.
   *
   * @param built what Maven packaged
   * @param classes the new classes, all of them
   * @param statements folders with the new classes and texts of the statements; none to keep those
   */
  static void write(Path built, Path classes, List<Path> statements, Path target)
      throws IOException {
    Map<String, Path> replaced = files(classes, ".class");
    for (Path folder : statements) {
      replaced.putAll(files(folder, ""));
    }
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out);
        JarFile old = new JarFile(built.toFile())) {
      jar.setLevel(Deflater.BEST_SPEED);
      for (JarEntry entry : old.stream().toList()) {
        boolean isStatement = !statements.isEmpty() && entry.getName().startsWith(STATEMENTS);
        if (!entry.isDirectory() && !isStatement && !isOurs(entry.getName())) {
          jar.putNextEntry(entry(entry.getName()));
          try (InputStream in = old.getInputStream(entry)) {
            in.transferTo(jar);
          }
        }
      }
      for (Map.Entry<String, Path> file : replaced.entrySet()) {
        jar.putNextEntry(entry(file.getKey()));
        byte[] content = Files.readAllBytes(file.getValue());
        jar.write(file.getKey().endsWith(".class") ? relocated(content) : content);
      }
    }
  }

  /** Of no time: the same classes are the same jar, which makes no new version. */
  private static JarEntry entry(String name) {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }

  private static boolean isOurs(String name) {
    return name.endsWith(".class") && OURS.stream().anyMatch(name::startsWith);
  }

  private static Map<String, Path> files(Path folder, String suffix) throws IOException {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .forEach(file -> found.put(folder.relativize(file).toString().replace('\\', '/'), file));
    }
    return found;
  }

  private static byte[] relocated(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, RELOCATION), 0);
    return writer.toByteArray();
  }
}
