package io.snowpull.packaging.inspection;

import io.snowpull.packaging.supply.BillOfMaterials;
import io.snowpull.packaging.supply.Component;
import io.snowpull.packaging.supply.Licences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much the package carries of others, and on what terms. */
final class SupplyRules {

  /** Each library is a reason for an update at a time that is not ours. */
  static final int MOST_LIBRARIES = 8;

  /** Snowflake reads the jar at the first call of a procedure; the caller waits for it. */
  static final long MOST_BYTES = 12L << 20;

  private SupplyRules() {}

  static void check(Path folder, Findings findings) throws IOException {
    List<Path> jars = jars(folder);
    for (Path jar : jars) {
      if (Files.size(jar) > MOST_BYTES) {
        findings.add(
            "JarTooLarge",
            folder.relativize(jar).toString(),
            "has %d bytes, and at most %d are allowed. Leave a library out, or exclude what is not used."
                .formatted(Files.size(jar), MOST_BYTES));
      }
    }
    if (!jars.isEmpty()) {
      checkBill(folder, findings);
    }
  }

  private static void checkBill(Path folder, Findings findings) throws IOException {
    if (!Files.isRegularFile(folder.resolve(BillOfMaterials.FILE))) {
      findings.add(
          "BillMissing", BillOfMaterials.FILE, "is not in the folder. Build it with: mvn package");
      return;
    }
    List<Component> libraries =
        BillOfMaterials.read(folder.resolve(BillOfMaterials.FILE)).libraries();
    if (libraries.size() > MOST_LIBRARIES) {
      findings.add(
          "TooManyLibraries",
          BillOfMaterials.FILE,
          "names %d libraries, and at most %d are allowed: %s"
              .formatted(libraries.size(), MOST_LIBRARIES, libraries));
    }
    for (Component library : libraries) {
      if (!Licences.allow(library)) {
        findings.add(
            "LicenceRefused",
            library.toString(),
            "has the licence %s; allowed are %s. Take another library."
                .formatted(library.licences(), Licences.allowed()));
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(one -> one.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
