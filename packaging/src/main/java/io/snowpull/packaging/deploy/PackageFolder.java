package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.StageFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that {@code mvn package} leaves, with a checksum for each file. */
final class PackageFolder {
  private static final List<String> REQUIRED =
      List.of("manifest.yml", "setup.sql", ApplicationModel.FILE);

  private final Path root;
  private final SortedMap<String, String> md5ByFile;

  private PackageFolder(Path root, SortedMap<String, String> md5ByFile) {
    this.root = root;
    this.md5ByFile = md5ByFile;
  }

  static PackageFolder read(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    for (String file : REQUIRED) {
      if (!Files.isRegularFile(absolute.resolve(file))) {
        throw new DeploymentException(
            "PACKAGE_INCOMPLETE",
            absolute + " has no " + file + ": build the package first, with 'mvn -q package'");
      }
    }
    SortedMap<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(absolute)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> checksums.put(relative(absolute, file), md5(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackageFolder(absolute, checksums);
  }

  /** MD5 in lower-case hexadecimal by path relative to the folder, with slashes. */
  Map<String, String> checksums() {
    return md5ByFile;
  }

  Path file(String relativePath) {
    return root.resolve(relativePath);
  }

  /** Says in a version's label which content it has; the same for the same files. */
  String contentLabel() {
    MessageDigest digest = digest("SHA-256");
    md5ByFile.forEach(
        (file, md5) -> digest.update((file + "\n" + md5 + "\n").getBytes(StandardCharsets.UTF_8)));
    return "content " + HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static String relative(Path root, Path file) {
    try {
      return StageFolder.checked(root.relativize(file).toString().replace('\\', '/'));
    } catch (IllegalArgumentException e) {
      throw new DeploymentException("INVALID_PATH", String.valueOf(e.getMessage()), e);
    }
  }

  private static String md5(Path file) {
    try {
      return HexFormat.of().formatHex(digest("MD5").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
