package io.snowpull.local.worker;

import io.snowpull.local.worker.logging.ProcedureLoggers;
import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.Frames;
import io.snowpull.local.worker.protocol.SqlKind;
import io.snowpull.local.worker.protocol.SqlValue;
import io.snowpull.local.worker.protocol.WarmUpRequest;
import io.snowpull.local.worker.protocol.WorkerMessage;
import io.snowpull.local.worker.protocol.WorkerRequest;
import io.snowpull.local.worker.sandbox.CallGuard;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.LoggerFactory;

/**
 * The worker's process. Its standard input and output carry {@link Frames}; what handlers print
 * goes to standard error. It ends when the input ends. Its one argument is the scratch directory.
 */
public final class ProcedureWorker {
  private final Frames frames;
  private final CallGuard guard;

  private ProcedureWorker(Frames frames, CallGuard guard) {
    this.frames = frames;
    this.guard = guard;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Frames frames =
        new Frames(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    CallGuard guard = new CallGuard(ownFiles(), Path.of(arguments[0]).toAbsolutePath().normalize());
    ProcedureWorker worker = new ProcedureWorker(frames, guard);
    worker.collectLogs();
    guard.install();
    worker.serve();
  }

  private static List<Path> ownFiles() {
    List<Path> files = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry).toAbsolutePath().normalize();
      files.add(file);
      // The driver looks for its settings beside its own jar.
      files.add(file.resolveSibling("sf_client_config.json"));
    }
    files.add(Path.of(System.getProperty("java.home")).toAbsolutePath().normalize());
    return files;
  }

  private void collectLogs() {
    if (LoggerFactory.getILoggerFactory() instanceof ProcedureLoggers loggers) {
      loggers.attach(this::send);
    }
  }

  private void serve() throws InterruptedException {
    ProcedureCall call = new ProcedureCall(guard);
    BlockingQueue<WorkerRequest> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(requests), "requests");
    reader.setDaemon(true);
    reader.start();
    send(new WorkerMessage.Ready(ProcessHandle.current().pid()));
    while (true) {
      send(answer(call, requests.take()));
    }
  }

  /** Reads ahead, so that the end of the account ends a running call too. */
  private void read(BlockingQueue<WorkerRequest> requests) {
    try {
      Optional<WorkerRequest> request = frames.read(WorkerRequest.class);
      while (request.isPresent()) {
        requests.add(request.get());
        request = frames.read(WorkerRequest.class);
      }
    } catch (IOException e) {
      System.err.println("The account's request cannot be read: " + e.getClass().getName());
    }
    Runtime.getRuntime().halt(0);
  }

  private static WorkerMessage answer(ProcedureCall call, WorkerRequest request)
      throws InterruptedException {
    if (request instanceof CallRequest wanted) {
      return call.run(wanted);
    }
    try {
      new Sessions().open(((WarmUpRequest) request).session()).close();
      return new WorkerMessage.Returned(new SqlValue(SqlKind.BOOLEAN, "true"), true);
    } catch (RuntimeException e) {
      return Failures.of(e, true);
    }
  }

  private void send(WorkerMessage message) {
    try {
      frames.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException("The account is gone.", e);
    }
  }
}
