package io.snowpull.local.worker.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What one call may reach beyond the process's own files.
 *
 * @param account the account's loopback address, for the session's driver only
 * @param egress hosts that the procedure's external access integrations allow
 * @param readable jars of the call
 * @param stages directories for the session's driver only
 */
public record CallLimits(
    HostPort account, List<HostPort> egress, List<Path> readable, List<Path> stages) {
  public CallLimits {
    egress = List.copyOf(egress);
    readable = List.copyOf(readable);
    stages = List.copyOf(stages);
  }
}
