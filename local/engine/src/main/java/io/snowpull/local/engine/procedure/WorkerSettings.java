package io.snowpull.local.engine.procedure;

import java.nio.file.Path;
import java.util.List;

/**
 * How worker processes are started.
 *
 * @param classPath the worker with Snowpark and its driver
 * @param scratch where each worker gets a directory of its own
 * @param most how many calls of Java procedures run at the same time
 * @param heapMegabytes heap limit of each worker
 * @param stages directories of staged files, which a session's driver copies from and to
 */
public record WorkerSettings(
    List<Path> classPath, Path scratch, int most, int heapMegabytes, List<Path> stages) {
  public WorkerSettings {
    classPath = List.copyOf(classPath);
    stages = List.copyOf(stages);
  }
}
