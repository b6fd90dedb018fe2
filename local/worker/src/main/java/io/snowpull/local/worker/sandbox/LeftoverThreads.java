package io.snowpull.local.worker.sandbox;

import java.util.Arrays;

/**
 * Threads of a handler that outlive its call. They could use the limits of the next call, so their
 * process serves no other one. Idle threads of the JDK's HTTP client are left alone: they run no
 * code of the handler.
 */
public final class LeftoverThreads {
  private LeftoverThreads() {}

  public static boolean in(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads, true);
    return Arrays.stream(threads, 0, count)
        .anyMatch(thread -> !thread.getName().startsWith("HttpClient-") || runsHandler(thread));
  }

  private static boolean runsHandler(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> HandlerLoader.NAME.equals(frame.getClassLoaderName()));
  }
}
