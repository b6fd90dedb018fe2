package io.snowpull.packaging.live;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The SQL of a checkout, as it was last changed: compiled, and rendered by its own new classes. */
final class LiveStatements {
  private static final String RENDERER = "io.snowpull.ddl.recurring.RenderRecurringStatements";

  private final LiveCheckout checkout;
  private final Path folder;

  LiveStatements(LiveCheckout checkout) {
    this.checkout = checkout;
    this.folder = checkout.folder().resolve("statements");
  }

  /** Where the classes and texts are; empty while nothing was changed since Maven's build. */
  List<Path> classes() {
    return Files.isDirectory(folder) ? List.of(folder) : List.of();
  }

  /**
   * Compiles and renders all of it.
   *
   * @throws LiveBuildException when it cannot be built; what was there stays
   */
  void compile() throws IOException {
    Path fresh = checkout.folder().resolve("compiling-statements");
    List<Path> libraries = new ArrayList<>(checkout.classPath("local/cli"));
    libraries.addAll(checkout.classPath("local/worker"));
    libraries.addAll(checkout.classPath("sqlgen/processor"));
    new Compilation(List.of(checkout.statementSources()), libraries, List.of()).into(fresh);
    render(fresh, libraries);
    Compilation.wipe(folder);
    Files.move(fresh, folder);
  }

  /** This process has the classes of Maven's build, so the new ones get a loader of their own. */
  private static void render(Path fresh, List<Path> libraries) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(fresh.toUri().toURL());
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      loader
          .loadClass(RENDERER)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {fresh.toString()});
    } catch (InvocationTargetException e) {
      throw new LiveBuildException("a statement cannot be rendered: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LiveBuildException(RENDERER + " is not what renders statements any more: " + e);
    }
  }
}
