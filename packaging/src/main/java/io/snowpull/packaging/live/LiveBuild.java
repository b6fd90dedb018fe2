package io.snowpull.packaging.live;

import io.snowpull.packaging.assembly.Assemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the package of a checkout again, as far as it changed. What Maven built before is the
 * start; nothing of it is touched.
 */
public final class LiveBuild {
  private final LiveCheckout checkout;
  private final LiveStatements statements;
  private final Path processor;
  private final Path classes;
  private final Path jar;

  public LiveBuild(LiveCheckout checkout) {
    this.checkout = checkout;
    this.statements = new LiveStatements(checkout);
    this.processor = checkout.folder().resolve("processor");
    this.classes = checkout.folder().resolve("classes");
    this.jar = checkout.folder().resolve("app.jar");
  }

  /** The page's files, kept equal to the sources, with the model that the page reads. */
  public Path page() {
    return checkout.folder().resolve("page");
  }

  /**
   * Makes everything that the first change needs, so that it takes no longer than others.
   *
   * @throws LiveBuildException when the sources cannot be built
   */
  public void start() throws IOException {
    Compilation.wipe(checkout.folder());
    compile();
    copyPage();
  }

  /** Brings {@link #page} up to date. */
  public void copyPage() throws IOException {
    mirror(checkout.page(), page());
    copyIfOther(classes.resolve("sf/app.json"), page().resolve("app.json"));
  }

  /**
   * Builds what changed and all that depends on it.
   *
   * @return the package
   * @throws LiveBuildException when the sources cannot be built; the package is the one before
   */
  public Path build(Set<Changed> changed) throws IOException {
    if (changed.contains(Changed.PROCESSOR)) {
      compileProcessor();
    }
    if (changed.contains(Changed.STATEMENTS)) {
      statements.compile();
    }
    if (changed.stream().anyMatch(part -> part != Changed.PAGE)) {
      compile();
    }
    if (changed.contains(Changed.PAGE)) {
      copyPage();
    }
    Path target = checkout.folder().resolve("sf_build");
    Assemble.main(
        new String[] {
          classes.resolve("sf").toString(),
          jar.toString(),
          checkout.page().toString(),
          checkout.readme().toString(),
          checkout.bill().toString(),
          target.toString()
        });
    return target;
  }

  private void compileProcessor() throws IOException {
    List<Path> libraries = checkout.classPath("sqlgen/processor");
    new Compilation(List.of(checkout.processorSources().resolve("java")), libraries, List.of())
        .into(processor);
    mirror(checkout.processorSources().resolve("resources"), processor);
  }

  private void compile() throws IOException {
    // What was compiled last stands before what Maven packaged.
    List<Path> classPath = new ArrayList<>(statements.classes());
    classPath.addAll(checkout.classPath("local/cli"));
    classPath.addAll(checkout.classPath("local/worker"));
    List<Path> processors = new ArrayList<>();
    processors.add(Files.isDirectory(processor) ? processor : checkout.builtProcessor());
    processors.addAll(checkout.classPath("sqlgen/processor"));
    classPath.addAll(processors);
    Path fresh = checkout.folder().resolve("compiling");
    new Compilation(checkout.connectorSources(), classPath, processors).into(fresh);
    Compilation.wipe(classes);
    Files.move(fresh, classes);
    LiveJar.write(checkout.builtJar(), classes, statements.classes(), jar);
  }

  private static void mirror(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("__pycache__")) {
          copyIfOther(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  /** Who watches the copy sees only what really changed. */
  private static void copyIfOther(Path from, Path to) throws IOException {
    if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
