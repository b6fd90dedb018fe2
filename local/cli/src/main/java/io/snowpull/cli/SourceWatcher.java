package io.snowpull.cli;

import io.snowpull.packaging.live.Changed;
import io.snowpull.packaging.live.LiveCheckout;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees which sources change. */
final class SourceWatcher implements AutoCloseable {
  /** Editors save in several steps, and a branch is changed file by file. */
  private static final long QUIET_MILLIS = 150;

  private final LiveCheckout checkout;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  SourceWatcher(LiveCheckout checkout) throws IOException {
    this.checkout = checkout;
    this.service = FileSystems.getDefault().newWatchService();
    for (Path folder : checkout.watched()) {
      register(folder);
    }
  }

  /** Waits for changes, until nothing has changed for a moment. */
  Set<Changed> await() throws InterruptedException, IOException {
    Set<Changed> changed = EnumSet.noneOf(Changed.class);
    while (changed.isEmpty()) {
      @Nullable WatchKey key = service.take();
      while (key != null) {
        collect(key, changed);
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return changed;
  }

  private void collect(WatchKey key, Set<Changed> changed) throws IOException {
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder == null || !(event.context() instanceof Path name)) {
        // Too many events to be told apart: everything may have changed.
        changed.addAll(EnumSet.allOf(Changed.class));
        continue;
      }
      Path file = folder.resolve(name);
      if (Files.isDirectory(file)) {
        register(file);
      }
      checkout.partOf(file).ifPresent(changed::add);
    }
    key.reset();
  }

  private void register(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        folders.put(
            each.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE),
            each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
