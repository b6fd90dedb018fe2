package io.snowpull.packaging.release;

import io.snowpull.packaging.supply.BillOfMaterials;
import io.snowpull.packaging.supply.Checksums;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a release, in one folder. */
record Artefacts(Path folder) {
  static final String NOTES = "NOTES.md";

  /** The earliest that the format knows; a time zone must not change the file. */
  private static final LocalDateTime WHEN = LocalDateTime.of(1980, 1, 1, 0, 0);

  static String archive(ReleaseVersion version) {
    return "snowpull-github-" + version + ".zip";
  }

  /**
   * Writes package, bill of materials, notes and checksums.
   *
   * @param packaged the folder that is deployed
   * @param key signs the checksums; empty to leave them unsigned
   */
  void write(ReleaseVersion version, Path packaged, String notes, Optional<SigningKey> key)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    zip(packaged, folder.resolve(archive(version)));
    Path bill = packaged.resolve(BillOfMaterials.FILE);
    if (Files.isRegularFile(bill)) {
      Files.copy(bill, folder.resolve(BillOfMaterials.FILE));
    }
    Files.writeString(folder.resolve(NOTES), notes);
    Files.writeString(folder.resolve(Checksums.FILE), Checksums.ofFiles(folder));
    if (key.isPresent()) {
      key.get().sign(folder, Checksums.FILE);
    }
  }

  /** The same bytes for the same files, wherever and whenever. */
  private static void zip(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from);
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> from.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      for (String name : names) {
        ZipEntry entry = new ZipEntry(from.getFileName() + "/" + name);
        entry.setTimeLocal(WHEN);
        zip.putNextEntry(entry);
        Files.copy(from.resolve(name), zip);
        zip.closeEntry();
      }
    }
  }
}
