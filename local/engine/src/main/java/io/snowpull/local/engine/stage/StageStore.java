package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The directories of all internal stages, below one root. A path that a client sends is always
 * below its stage's directory, and symbolic links are never followed.
 */
public final class StageStore {

  private final Path root;
  private final Supplier<String> ids;

  public StageStore(Path root, Supplier<String> ids) {
    try {
      Files.createDirectories(root);
      this.root = root.toRealPath();
    } catch (IOException e) {
      throw SnowflakeException.internal("the stage directory " + root + " cannot be made", e);
    }
    this.ids = ids;
  }

  /** One file in a stage: its path below the stage's directory, with forward slashes. */
  public record StagedFile(String path, Path file) {}

  /** A new, empty directory; the answer is its name for the other methods. */
  public String create() {
    String name = ids.get();
    directory(name);
    return name;
  }

  /** The directory of that name, made if it is missing. */
  public Path directory(String name) {
    if (!name.matches("[A-Za-z0-9_.-]+") || name.startsWith(".")) {
      throw new IllegalArgumentException("no directory name: " + name);
    }
    Path directory = root.resolve(name);
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw SnowflakeException.internal("the directory of a stage cannot be made", e);
    }
    return directory;
  }

  /**
   * The place of a path in a stage, whether or not there is something.
   *
   * @throws SnowflakeException if the path leaves the stage, also by a symbolic link
   */
  public Path resolve(String name, String path) {
    Path directory = directory(name);
    Path target;
    try {
      target = directory.resolve(path.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException e) {
      throw outside(path);
    }
    if (!target.startsWith(directory)) {
      throw outside(path);
    }
    for (Path at = target; at != null && !at.equals(directory); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw outside(path);
      }
    }
    return target;
  }

  /**
   * The folder of a path in a stage, made if it is missing, for a client that writes files into it.
   * Clients follow symbolic links, so a folder that holds one is refused: a file that bears the
   * link's name would be written wherever the link points.
   *
   * @throws SnowflakeException if the path leaves the stage, leads through a file, or holds a link
   */
  public Path writableFolder(String name, String path) {
    Path folder = resolve(name, path);
    for (Path at = folder; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
        throw SnowflakeException.compilationError(
            "The path '"
                + path
                + "' leads through the staged file '"
                + at.getFileName()
                + "'. In the local account a path is either a file or a folder of files.");
      }
    }
    try {
      Files.createDirectories(folder);
      try (var content = Files.list(folder)) {
        content
            .filter(Files::isSymbolicLink)
            .findFirst()
            .ifPresent(
                link -> {
                  throw outside(path + "/" + link.getFileName());
                });
      }
    } catch (IOException e) {
      throw SnowflakeException.internal("the directory of a stage cannot be made", e);
    }
    return folder;
  }

  /** The files whose path begins with the prefix, as a stage path selects them, in path order. */
  public List<StagedFile> files(String name, String prefix) {
    resolve(name, prefix);
    Path directory = directory(name);
    String wanted = prefix.replaceFirst("^/+", "");
    List<StagedFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = directory.relativize(file).toString().replace('\\', '/');
              if (attributes.isRegularFile() && path.startsWith(wanted)) {
                found.add(new StagedFile(path, file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw SnowflakeException.internal("a stage cannot be listed", e);
    }
    found.sort(Comparator.comparing(StagedFile::path));
    return found;
  }

  /** The size of a staged file in bytes. */
  public long size(String name, String path) {
    try {
      return Files.size(resolve(name, path));
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }

  /** Deletes a staged file. */
  public void delete(String name, String path) {
    try {
      Files.delete(resolve(name, path));
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be deleted", e);
    }
  }

  /** What writes a file. */
  public interface FileContent {
    void writeTo(Path file) throws IOException;
  }

  /** Writes a staged file whole or, if that fails, not at all. */
  public void write(String name, String path, FileContent content) {
    Path file = resolve(name, path);
    int slash = path.lastIndexOf('/');
    Path folder = writableFolder(name, slash < 0 ? "" : path.substring(0, slash));
    Path half = folder.resolve("." + ids.get() + ".half");
    try {
      try {
        content.writeTo(half);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be written", e);
    }
  }

  /** The MD5 of a file in lower-case hexadecimal digits, as LIST shows it. */
  static String md5(Path file) {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }

  /** Copies the files below a path of a stage into a new directory; the answer is its name. */
  public String snapshot(String name, String path) {
    String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    String copy = create();
    try {
      for (StagedFile file : files(name, folder)) {
        Path target = resolve(copy, file.path().substring(folder.replaceFirst("^/+", "").length()));
        Files.createDirectories(target.getParent());
        Files.copy(
            file.file(), target, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw SnowflakeException.internal("the files of a stage cannot be copied", e);
    }
    return copy;
  }

  /** Deletes the directory and everything in it. */
  public void discard(String name) {
    Path directory = directory(name);
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path visited, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw SnowflakeException.internal("the directory of a stage cannot be deleted", e);
    }
  }

  private static SnowflakeException outside(String path) {
    return new SnowflakeException(
        "001003",
        "42501",
        "The path '" + path + "' leaves the stage. Paths in a stage go downwards only.");
  }
}
