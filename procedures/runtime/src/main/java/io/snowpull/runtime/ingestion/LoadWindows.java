package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.cursor.TimeWindow;
import io.snowpull.runtime.source.SourcePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The windows of a first load, each with its own walk, so that several can be read at once.
 *
 * <p>How many rows a stretch of time has shows only when it is read. So when a window is done, the
 * longest of the others is split. Not thread-safe.
 */
final class LoadWindows {
  /** A split costs about a page that is read twice; with less than this left it does not pay. */
  private static final long PAGES_WORTH_A_SPLIT = 4;

  /** Splits that are free, and pages that pay for one more: they bound what splitting costs. */
  private static final int FREE_SPLITS = 3;

  private static final int PAGES_FOR_A_SPLIT = 25;

  private final Duration margin;
  private final List<WindowWalk> unfinished = new ArrayList<>();
  private long pages;
  private long splits;

  LoadWindows(List<TimeWindow> windows, Duration margin) {
    this.margin = margin;
    windows.forEach(window -> unfinished.add(new WindowWalk(window, margin)));
  }

  /** What is still to be read, as far as pages have been accepted. */
  List<TimeWindow> remaining() {
    return unfinished.stream().map(WindowWalk::remaining).toList();
  }

  /** A window that nobody reads, to be read now; empty when there is none worth it. */
  Optional<WindowWalk> take() {
    Optional<WindowWalk> idle = unfinished.stream().filter(walk -> !walk.isTaken()).findFirst();
    Optional<WindowWalk> next = idle.or(this::steal);
    next.ifPresent(WindowWalk::take);
    return next;
  }

  /** Gives a window back with the page that was read of it. */
  void accept(WindowWalk walk, SourcePage page) {
    pages++;
    if (walk.accept(page)) {
      unfinished.remove(walk);
    }
  }

  private Optional<WindowWalk> steal() {
    if (splits >= FREE_SPLITS + pages / PAGES_FOR_A_SPLIT) {
      return Optional.empty();
    }
    Optional<WindowWalk> longest =
        unfinished.stream()
            .filter(walk -> walk.pagesLeft() >= PAGES_WORTH_A_SPLIT)
            .max(Comparator.comparingLong(WindowWalk::pagesLeft));
    return longest.map(
        walk -> {
          splits++;
          WindowWalk half = new WindowWalk(walk.giveAwayHalf(), margin);
          unfinished.add(half);
          return half;
        });
  }
}
