package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.cursor.TimeWindow;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourcePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The walk through one window, of which the later part can be given away. */
final class WindowWalk {
  private final KeysetWalk walk;
  private Instant from;
  private Instant to;
  private boolean taken;

  /** Seconds that the last page covered; 0 when that is not known. */
  private long secondsAPage;

  WindowWalk(TimeWindow window, Duration margin) {
    this.from = window.from();
    this.to = window.to();
    this.walk = KeysetWalk.within(window, margin);
  }

  TimeWindow remaining() {
    return new TimeWindow(from, to);
  }

  PageRequest request() {
    return walk.request();
  }

  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }

  /** Takes the page that was asked for; answers whether the window is done. */
  boolean accept(SourcePage page) {
    taken = false;
    walk.accept(page);
    Instant reached = walk.position();
    secondsAPage = Duration.between(from, reached).toSeconds();
    from = reached;
    return walk.isAtEnd();
  }

  /** Pages that are left if the rest is as dense as the last page; 0 when that is not known. */
  long pagesLeft() {
    return secondsAPage == 0 ? 0 : Duration.between(from, to).toSeconds() / secondsAPage;
  }

  /** Ends this window in its middle; answers the rest. */
  TimeWindow giveAwayHalf() {
    List<TimeWindow> halves = remaining().split(2);
    to = halves.get(0).to();
    walk.endAt(to);
    return halves.get(1);
  }
}
