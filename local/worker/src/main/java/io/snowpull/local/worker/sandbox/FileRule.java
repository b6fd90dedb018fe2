package io.snowpull.local.worker.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides on file access by path. Paths are compared as written, because handlers cannot create
 * links.
 */
final class FileRule {
  /** What the JDK itself reads: entropy, name resolution, time zone, memory limits. */
  private static final List<Path> SYSTEM =
      Stream.of(
              "/dev/random",
              "/dev/urandom",
              "/etc/hosts",
              "/etc/resolv.conf",
              "/etc/nsswitch.conf",
              "/etc/localtime",
              "/etc/timezone",
              "/etc/ssl/certs/java",
              "/etc/os-release",
              "/usr/share/zoneinfo",
              "/proc/self/mountinfo",
              "/proc/self/cgroup",
              "/proc/cgroups",
              "/sys/fs/cgroup")
          .map(Path::of)
          .toList();

  private final Path scratch;
  private final List<Path> readable;

  FileRule(Path scratch, List<Path> readable) {
    this.scratch = scratch;
    this.readable = readable;
  }

  boolean allowsRead(String file, List<Path> more) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    return path.startsWith(scratch)
        || Stream.of(readable, SYSTEM, more).flatMap(List::stream).anyMatch(path::startsWith);
  }

  boolean allowsWrite(String file, List<Path> more) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    return path.startsWith(scratch) || more.stream().anyMatch(path::startsWith);
  }
}
