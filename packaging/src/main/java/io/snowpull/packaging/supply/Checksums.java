package io.snowpull.packaging.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of each file of a folder, as {@code sha256sum --check} reads it. */
public final class Checksums {

  /** Its name, beside the folder. */
  public static final String FILE = "SHA256SUMS";

  private Checksums() {}

  /** One line a file, in the order of their paths, which begin with the folder's own name. */
  public static String of(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> paths =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      for (String path : paths) {
        sums.append(sha256(Files.readAllBytes(folder.resolve(path))));
        sums.append("  ").append(folder.getFileName()).append('/').append(path).append('\n');
      }
    }
    return sums.toString();
  }

  /** One line a file of a folder itself, in the order of their names, without the folder's. */
  public static String ofFiles(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sums.append(sha256(Files.readAllBytes(file))).append("  ");
        sums.append(file.getFileName()).append('\n');
      }
    }
    return sums.toString();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
