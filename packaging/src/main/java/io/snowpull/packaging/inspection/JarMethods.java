package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The public methods in a jar, read without loading a class: Snowpark is not there to link to. */
final class JarMethods {

  private final Path jar;

  private JarMethods(Path jar) {
    this.jar = jar;
  }

  static JarMethods read(Path jar) {
    return new JarMethods(jar);
  }

  /** Descriptors of the public methods of that name; empty without the class or the method. */
  List<String> signatures(String className, String method) throws IOException {
    List<String> signatures = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry(className.replace('.', '/') + ".class");
      if (entry == null) {
        return List.of();
      }
      try (InputStream bytes = file.getInputStream(entry)) {
        new ClassReader(bytes)
            .accept(
                new PublicMethods(method, signatures),
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    }
    return signatures;
  }

  private static final class PublicMethods extends ClassVisitor {

    private final String wanted;
    private final List<String> signatures;

    PublicMethods(String wanted, List<String> signatures) {
      super(Opcodes.ASM9);
      this.wanted = wanted;
      this.signatures = signatures;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (name.equals(wanted) && (access & Opcodes.ACC_PUBLIC) != 0) {
        signatures.add(descriptor);
      }
      return null;
    }
  }
}
