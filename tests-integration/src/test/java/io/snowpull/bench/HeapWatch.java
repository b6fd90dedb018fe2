package io.snowpull.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the heaps of the processes in which the local account runs procedures, with the JDK's
 * jstat, which reads them from outside. What it shows includes garbage not collected yet.
 */
final class HeapWatch implements AutoCloseable {
  private static final String WORKER = "ProcedureWorker";
  private static final String INTERVAL_MILLIS = "100";
  private static final long LOOK_MILLIS = 100;

  private final AtomicLong peakKilobytes = new AtomicLong();
  private final Set<Long> watched = new HashSet<>();
  private final Map<Long, Process> watchers = new HashMap<>();
  private final Thread finder = new Thread(this::find, "heap-watch");

  static HeapWatch start() {
    HeapWatch watch = new HeapWatch();
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
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(WORKER))
            .filter(process -> watched.add(process.pid()))
            .forEach(process -> watch(process.pid()));
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(long pid) {
    try {
      Process jstat =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jstat").toString(),
                  "-gc",
                  Long.toString(pid),
                  INTERVAL_MILLIS)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      synchronized (watchers) {
        watchers.put(pid, jstat);
      }
      Thread reader = new Thread(() -> read(jstat.inputReader()), "heap-of-" + pid);
      reader.setDaemon(true);
      reader.start();
    } catch (IOException e) {
      throw new IllegalStateException("jstat is missing: a JDK is needed", e);
    }
  }

  /** Columns 3 to 8 of jstat: used survivor spaces, eden and its use, old space and its use. */
  private void read(BufferedReader lines) {
    lines
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > 7)
        .forEach(
            fields -> {
              double used = 0;
              for (int column : new int[] {2, 3, 5, 7}) {
                used += Double.parseDouble(fields[column]);
              }
              peakKilobytes.accumulateAndGet((long) used, Math::max);
            });
  }

  @Override
  public void close() {
    finder.interrupt();
    synchronized (watchers) {
      watchers.values().forEach(Process::destroy);
    }
  }
}
