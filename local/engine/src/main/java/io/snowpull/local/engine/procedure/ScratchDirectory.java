package io.snowpull.local.engine.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directories whose content is worth nothing once its worker has ended. */
final class ScratchDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(ScratchDirectory.class);

  private ScratchDirectory() {}

  /** Deletes the directory with all in it; what cannot be deleted stays. */
  static void clear(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("scratch directory {} stays", directory);
    }
  }
}
