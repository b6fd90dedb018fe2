package io.snowpull.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Watches the heaps of the processes in which the local account runs procedures, with the JDK's
 * jstat, which reads them from outside. What it shows includes garbage not collected yet.
 *
 * <p>A jstat takes a core for its first third of a second. For the processes that are there already
 * that is over before anything is timed.
 */
final class HeapWatch implements AutoCloseable {
  private static final String WORKER = "ProcedureWorker";
  private static final String INTERVAL_MILLIS = "100";
  private static final long LOOK_MILLIS = 1_000;

  private final AtomicLong peakKilobytes = new AtomicLong();
  private final Map<Long, Process> watchers = new HashMap<>();
  private final Thread finder = new Thread(this::find, "heap-watch");

  private HeapWatch() {}

  static HeapWatch start() throws IOException {
    HeapWatch watch = new HeapWatch();
    watch.look();
    watch.finder.setDaemon(true);
    watch.finder.start();
    return watch;
  }

  long peakMegabytes() {
    return (peakKilobytes.get() + 1023) / 1024;
  }

  private void find() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("jstat is missing: a JDK is needed", e);
    }
  }

  private void look() throws IOException {
    List<Long> workers =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(WORKER))
            .map(ProcessHandle::pid)
            .toList();
    for (long worker : workers) {
      if (!watchers.containsKey(worker)) {
        watch(worker);
      }
    }
  }

  private synchronized void watch(long pid) throws IOException {
    Process jstat =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jstat").toString(),
                "-gc",
                Long.toString(pid),
                INTERVAL_MILLIS)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    watchers.put(pid, jstat);
    BufferedReader lines = jstat.inputReader();
    lines.readLine(); // the names of the columns
    note(lines.readLine());
    Thread reader = new Thread(() -> read(lines), "heap-of-" + pid);
    reader.setDaemon(true);
    reader.start();
  }

  private void read(BufferedReader lines) {
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
    } catch (IOException e) {
      // Closed, because nobody watches any more.
      return;
    }
  }

  /** Columns 3 to 8 of jstat: used survivor spaces, eden and its use, old space and its use. */
  private void note(@Nullable String line) {
    String[] fields = line == null ? new String[0] : line.strip().split("\\s+");
    if (fields.length > 7) {
      double used = 0;
      for (int column : new int[] {2, 3, 5, 7}) {
        used += Double.parseDouble(fields[column]);
      }
      peakKilobytes.accumulateAndGet((long) used, Math::max);
    }
  }

  @Override
  public synchronized void close() {
    finder.interrupt();
    watchers.values().forEach(Process::destroy);
  }
}
