package io.snowpull.local.engine.procedure;

import io.snowpull.local.worker.protocol.Frames;
import io.snowpull.local.worker.protocol.WorkerMessage;
import io.snowpull.local.worker.protocol.WorkerRequest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker: a JVM that runs one call at a time. */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int LAST_LINES = 20;
  private static final long LAST_WORDS_MILLIS = 500;

  private final Process process;
  private final Path scratch;
  private final Frames frames;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread drain;

  private WorkerProcess(Process process, Path scratch) {
    this.process = process;
    this.scratch = scratch;
    this.frames = new Frames(process.getInputStream(), process.getOutputStream());
    this.drain = new Thread(this::drain, "worker-" + process.pid());
    drain.setDaemon(true);
    drain.start();
  }

  /** Starts a worker and waits until it is ready. */
  static WorkerProcess start(WorkerSettings settings) throws WorkerException {
    try {
      Files.createDirectories(settings.scratch());
      Path scratch = Files.createTempDirectory(settings.scratch(), "worker").toAbsolutePath();
      ProcessBuilder builder = new ProcessBuilder(command(settings, scratch));
      // Nothing of the account's environment is a handler's business.
      builder.environment().clear();
      WorkerProcess worker = new WorkerProcess(builder.start(), scratch);
      worker.awaitReady();
      return worker;
    } catch (IOException e) {
      throw new WorkerException("A worker process could not be started.", e);
    }
  }

  private static List<String> command(WorkerSettings settings, Path scratch) {
    String classPath =
        settings.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + settings.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Djava.security.manager=allow",
        "-Duser.timezone=UTC",
        "-Dfile.encoding=UTF-8",
        "-Duser.home=" + scratch,
        "-Djava.io.tmpdir=" + scratch,
        "-Dslf4j.provider=io.snowpull.local.worker.logging.LogProvider",
        "-cp",
        classPath,
        "io.snowpull.local.worker.ProcedureWorker",
        scratch.toString());
  }

  private void awaitReady() throws WorkerException {
    Optional<WorkerMessage> first = next();
    if (first.isEmpty() || !(first.get() instanceof WorkerMessage.Ready)) {
      throw died("A worker process ended before it was ready.");
    }
  }

  /** Sends the request and waits for its end; log records on the way go to the consumer. */
  WorkerMessage ask(WorkerRequest request, Consumer<WorkerMessage.Log> logs)
      throws WorkerException {
    try {
      frames.write(request);
    } catch (IOException e) {
      throw died("The worker process ended before the call.");
    }
    while (true) {
      Optional<WorkerMessage> message = next();
      if (message.isEmpty()) {
        throw died("The worker process ended during the call.");
      }
      if (message.get() instanceof WorkerMessage.Log log) {
        logs.accept(log);
      } else {
        return message.get();
      }
    }
  }

  private Optional<WorkerMessage> next() throws WorkerException {
    try {
      return frames.read(WorkerMessage.class);
    } catch (IOException e) {
      throw new WorkerException("The worker process ended during the call.", e);
    }
  }

  private WorkerException died(String what) {
    awaitLastWords();
    close();
    synchronized (lastLines) {
      return new WorkerException(
          lastLines.isEmpty() ? what : what + " Its last words: " + String.join(" | ", lastLines));
    }
  }

  /** A process that ended on its own has closed its error stream; ending it here would cut it. */
  private void awaitLastWords() {
    try {
      drain.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What handlers print is for their author's eyes: the last lines are kept, all go to a log. */
  private void drain() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        remember(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      LOG.debug("worker {} closed its error stream", process.pid());
    }
  }

  private void remember(String line) {
    if (line.startsWith("WARNING: ") || line.startsWith("SLF4J(I)")) {
      return;
    }
    LOG.debug("worker {}: {}", process.pid(), line);
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LAST_LINES) {
        lastLines.remove();
      }
    }
  }

  /** Ends the process at once, whatever it does, and removes its scratch directory. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ScratchDirectory.clear(scratch);
  }
}
