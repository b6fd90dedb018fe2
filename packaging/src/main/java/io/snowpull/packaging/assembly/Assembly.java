package io.snowpull.packaging.assembly;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.supply.BillOfMaterials;
import io.snowpull.packaging.supply.Checksums;
import io.snowpull.packaging.supply.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the packaged folder.
 *
 * @param generated folder with the generated files
 * @param jar the application's jar, with its dependencies and without Snowpark
 * @param page folder of the Streamlit page; not looked at when the application declares none
 * @param readme readme of the application
 * @param bill bill of materials of the jar, in CycloneDX's format
 */
record Assembly(Path generated, Path jar, Path page, Path readme, Path bill) {

  private static final List<String> GENERATED =
      List.of("manifest.yml", "setup.sql", "grants.sql", "app.json");

  /**
   * Wipes the target, fills it, and puts its checksums and the CLI's project definition beside it;
   * fails when a part is missing.
   */
  void into(Path target) throws IOException {
    wipe(target);
    Files.createDirectories(target);
    for (String file : GENERATED) {
      copy(generated.resolve(file), target.resolve(file));
    }
    ApplicationModel model = ApplicationModel.read(target);
    copy(jar, target.resolve(model.jar()));
    copy(readme, target.resolve("README.md"));
    copySupply(target);
    if (model.hasPage()) {
      copyPage(target.resolve("streamlit"));
      // The page finds the model beside its main file: it reaches no other folder of the package.
      copy(generated.resolve("app.json"), target.resolve("streamlit").resolve("app.json"));
    }
    Files.writeString(target.resolveSibling(Checksums.FILE), Checksums.of(target));
    Files.writeString(target.resolveSibling(SnowflakeProject.FILE), SnowflakeProject.of(target));
  }

  /** Maven makes no bill while it is offline; the inspection at {@code verify} insists on one. */
  private void copySupply(Path target) throws IOException {
    if (!Files.isRegularFile(bill)) {
      return;
    }
    copy(bill, target.resolve(BillOfMaterials.FILE));
    Files.writeString(
        target.resolve(Notice.FILE),
        Notice.of(BillOfMaterials.read(bill), Assembly.class.getClassLoader()));
  }

  private void copyPage(Path target) throws IOException {
    if (!Files.isDirectory(page)) {
      throw new IOException("the page's folder " + page + " is missing");
    }
    try (Stream<Path> files = Files.walk(page)) {
      for (Path file : files.filter(Files::isRegularFile).filter(this::belongs).sorted().toList()) {
        copy(file, target.resolve(page.relativize(file).toString()));
      }
    }
  }

  /** What an interpreter or an editor leaves behind is not part of the page. */
  private boolean belongs(Path file) {
    for (Path part : page.relativize(file)) {
      String name = part.toString();
      if (name.startsWith(".") || name.equals("__pycache__") || name.endsWith(".pyc")) {
        return false;
      }
    }
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isRegularFile(from)) {
      throw new IOException(
          from + " is missing; build it again from clean, with: mvn clean package");
    }
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(from, to);
  }

  private static void wipe(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
