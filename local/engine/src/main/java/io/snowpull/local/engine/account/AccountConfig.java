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
 */
public record AccountConfig(int port, Path dataDirectory, List<Path> workerClassPath, Clock clock) {

  public AccountConfig {
    workerClassPath = List.copyOf(workerClassPath);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** An account on any free port, without Java procedures. */
  public static AccountConfig in(Path dataDirectory) {
    return new AccountConfig(0, dataDirectory, List.of(), Clock.systemUTC());
  }
}
