package io.snowpull.runtime.cursor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time whose changes are still to be read.
 *
 * @param from the first second
 * @param to the second after the last
 */
public record TimeWindow(Instant from, Instant to) {
  /** Up to so many windows of about equal length, each of whole seconds, without a gap. */
  public List<TimeWindow> split(int parts) {
    long seconds = Duration.between(from, to).toSeconds();
    List<TimeWindow> windows = new ArrayList<>();
    Instant start = from;
    for (int part = 1; part <= parts; part++) {
      Instant end = part == parts ? to : from.plusSeconds(seconds * part / parts);
      if (start.isBefore(end)) {
        windows.add(new TimeWindow(start, end));
        start = end;
      }
    }
    return windows;
  }
}
