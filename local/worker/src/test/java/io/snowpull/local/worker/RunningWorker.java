package io.snowpull.local.worker;

import io.snowpull.local.worker.protocol.Frames;
import io.snowpull.local.worker.protocol.WorkerMessage;
import io.snowpull.local.worker.protocol.WorkerRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker in a JVM of its own, as the account starts it. */
final class RunningWorker implements AutoCloseable {
  private final Process process;
  private final Frames frames;
  private final List<WorkerMessage.Log> logs = new ArrayList<>();

  RunningWorker(Path scratch) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.security.manager=allow",
            "-Duser.timezone=UTC",
            "-Duser.home=" + scratch,
            "-Djava.io.tmpdir=" + scratch,
            "-Dslf4j.provider=io.snowpull.local.worker.logging.LogProvider",
            "-Xmx256m",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            ProcedureWorker.class.getName(),
            scratch.toString());
    builder.environment().clear();
    builder.redirectError(new File(scratch.toFile(), "stderr.txt"));
    process = builder.start();
    frames = new Frames(process.getInputStream(), process.getOutputStream());
    if (!(frames.read(WorkerMessage.class).orElseThrow() instanceof WorkerMessage.Ready)) {
      throw new IOException("A worker says first that it is ready.");
    }
  }

  WorkerMessage ask(WorkerRequest request) throws IOException {
    frames.write(request);
    while (true) {
      WorkerMessage message = frames.read(WorkerMessage.class).orElseThrow();
      if (!(message instanceof WorkerMessage.Log log)) {
        return message;
      }
      logs.add(log);
    }
  }

  List<WorkerMessage.Log> logs() {
    return logs;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
