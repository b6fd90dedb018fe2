package io.snowpull.local.worker.sandbox;

import org.jspecify.annotations.Nullable;

/** Who asks for something: the classes on the stack, innermost first. */
final class Callers {
  private static final ClassLoader LIBRARIES = ClassLoader.getSystemClassLoader();

  private final Class<?>[] stack;

  Callers(Class<?>[] stack) {
    this.stack = stack;
  }

  /** Whether code of a handler is anywhere on the stack. */
  boolean handlerOnStack() {
    for (Class<?> frame : stack) {
      if (isHandler(frame)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the innermost code outside the JDK and outside the guard is a handler's. */
  boolean handlerIsNearest() {
    for (Class<?> frame : stack) {
      if (isGuard(frame)) {
        continue;
      }
      if (isHandler(frame)) {
        return true;
      }
      if (frame.getClassLoader() == LIBRARIES) {
        return false;
      }
    }
    return false;
  }

  /** Whether the session's driver does this. */
  boolean driver() {
    for (Class<?> frame : stack) {
      if (isHandler(frame)) {
        return false;
      }
      if (frame.getClassLoader() == LIBRARIES && frame.getName().startsWith("net.snowflake.")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGuard(Class<?> frame) {
    return frame.getPackageName().equals(Callers.class.getPackageName());
  }

  private static boolean isHandler(Class<?> frame) {
    ClassLoader loader = frame.getClassLoader();
    return loader != null && loader != LIBRARIES && !isPlatform(loader);
  }

  private static boolean isPlatform(@Nullable ClassLoader loader) {
    return loader == ClassLoader.getPlatformClassLoader();
  }
}
