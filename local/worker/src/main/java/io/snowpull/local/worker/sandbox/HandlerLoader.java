package io.snowpull.local.worker.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads a procedure's jars before the libraries that Snowpark brings along, except for the classes
 * that handler and session must share. One loader serves one call, and holds that call's secrets.
 */
public final class HandlerLoader extends URLClassLoader
    implements Function<String, Map<String, String>> {
  /** The loader's name, which marks the handler's frames in a stack trace. */
  public static final String NAME = "procedure";

  private static final String SECRETS = "com.snowflake.snowpark_java.types.SnowflakeSecrets";
  private static final List<String> SHARED =
      List.of("java.", "com.snowflake.snowpark", "net.snowflake.", "org.slf4j.", "scala.");
  private static final List<String> HIDDEN =
      List.of("io.snowpull.local.worker.", "sun.misc.Unsafe", "jdk.internal.misc.");

  private final ClassLoader libraries;
  private final Map<String, Map<String, String>> secrets;

  public HandlerLoader(
      List<URL> jars, ClassLoader libraries, Map<String, Map<String, String>> secrets) {
    // The platform is the parent: were it the application's loader, reflection on the worker's
    // classes would skip the check that keeps handlers out.
    super(NAME, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    this.libraries = libraries;
    this.secrets = new ConcurrentHashMap<>(secrets);
  }

  /** The parts of a secret by name; empty when the alias is not bound. */
  @Override
  public Map<String, String> apply(String alias) {
    return secrets.getOrDefault(alias, Map.of());
  }

  /** After the call: code that outlives it finds no secrets. */
  public void forgetSecrets() {
    secrets.clear();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = locate(name);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private Class<?> locate(String name) throws ClassNotFoundException {
    if (HIDDEN.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name + " is not available to procedures");
    }
    if (name.equals(SECRETS)) {
      return defineSecrets();
    }
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return libraries.loadClass(name);
    }
    try {
      return findClass(name);
    } catch (ClassNotFoundException absent) {
      return libraries.loadClass(name);
    }
  }

  private Class<?> defineSecrets() throws ClassNotFoundException {
    try (InputStream in = libraries.getResourceAsStream(SECRETS.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(SECRETS);
      }
      byte[] code = in.readAllBytes();
      return defineClass(SECRETS, code, 0, code.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : libraries.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> own = findResources(name);
    return own.hasMoreElements() ? own : libraries.getResources(name);
  }
}
