package io.snowpull.local.worker.protocol;

import java.util.List;

/**
 * One call of a Java procedure.
 *
 * @param imports absolute paths of the jars with the handler
 * @param handler {@code fully.qualified.Class.method}
 * @param egress what the handler may connect to, {@code host:port}; port 0 means every port
 * @param stageDirectories directories that the driver may copy staged files to and from
 */
public record CallRequest(
    List<String> imports,
    String handler,
    List<SqlValue> arguments,
    SqlKind returns,
    SessionTarget session,
    List<SecretValue> secrets,
    List<String> egress,
    List<String> stageDirectories)
    implements WorkerRequest {
  public CallRequest {
    imports = List.copyOf(imports);
    arguments = List.copyOf(arguments);
    secrets = List.copyOf(secrets);
    egress = List.copyOf(egress);
    stageDirectories = List.copyOf(stageDirectories);
  }
}
