package io.snowpull.local.engine.account;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * How a local account is started.
 *
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param dataDirectory where everything the account keeps is; made if it is missing
 * @param workerClassPath what the processes that run Java procedures are started with; empty for an
 *     account that runs none
 * @param clock what the account takes for the time
 * @param workerHeapMegabytes the most that a Java procedure's process may take for its heap
 */
public record AccountConfig(
    int port,
    Path dataDirectory,
    List<Path> workerClassPath,
    Clock clock,
    int workerHeapMegabytes) {

  /** Enough for a procedure that does not count its bytes. */
  private static final int WORKER_HEAP_MEGABYTES = 512;

  public AccountConfig {
    workerClassPath = List.copyOf(workerClassPath);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** An account whose Java procedures have the heap that they usually have. */
  public AccountConfig(int port, Path dataDirectory, List<Path> workerClassPath, Clock clock) {
    this(port, dataDirectory, workerClassPath, clock, WORKER_HEAP_MEGABYTES);
  }

  /** The same with another heap for Java procedures. */
  public AccountConfig withWorkerHeap(int megabytes) {
    return new AccountConfig(port, dataDirectory, workerClassPath, clock, megabytes);
  }

  /** An account on any free port, without Java procedures. */
  public static AccountConfig in(Path dataDirectory) {
    return new AccountConfig(0, dataDirectory, List.of(), Clock.systemUTC());
  }
}
