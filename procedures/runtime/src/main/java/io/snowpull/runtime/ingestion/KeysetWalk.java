package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.cursor.Poll;
import io.snowpull.runtime.cursor.TimeWindow;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.Validator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which page to read next, so that no change is missed while the source changes.
 *
 * <p>A page offset loses rows: what changes moves to the end, and what follows moves up into pages
 * already read. So the walk asks again from the time of the last row instead, and follows links in
 * two places only: inside one old second that holds more than a page, where it reads again until
 * two passes see the same rows, and inside the newest stretch of time (the margin), which is read
 * again at the next poll anyway because the walk never moves past its start.
 *
 * <p>A walk within a window is done as soon as it meets a row at or after the window's end: what
 * changes meanwhile gets a later time than any window has, and is left to the walk that follows.
 */
final class KeysetWalk {
  /** Only a source that changes all the time, all in one old second, could need more. */
  private static final int MAX_PASSES = 50;

  private final Duration margin;
  private Optional<Instant> since;
  private Optional<Validator> validator;
  private Optional<URI> link = Optional.empty();
  private Stretch stretch = Stretch.OPEN;
  private Set<Long> lastPass = new HashSet<>();
  private Set<Long> thisPass = new HashSet<>();
  private int passes;
  private boolean atEnd;
  private Optional<Instant> end = Optional.empty();
  private IngestionCursor cursor;

  /** Where the walk is. */
  private enum Stretch {
    /** Each page moves the walk on. */
    OPEN,
    /** Inside one second that holds more than a page. */
    ONE_SECOND,
    /** Inside the margin before the source's present. */
    NEWEST
  }

  /**
   * @param margin how much later than its time a change may become visible
   */
  KeysetWalk(IngestionCursor cursor, Duration margin) {
    this.margin = margin;
    this.since = cursor.poll().map(Poll::since).orElse(cursor.walkedTo());
    this.validator = cursor.poll().flatMap(Poll::validator);
    this.cursor = cursor.withoutWait();
  }

  /** A walk through old times only: the window ends before the margin begins. */
  static KeysetWalk within(TimeWindow window, Duration margin) {
    KeysetWalk walk = new KeysetWalk(IngestionCursor.walking(Optional.of(window.from())), margin);
    walk.endAt(window.to());
    return walk;
  }

  /** Ends the walk before this second, from the next page on. */
  void endAt(Instant second) {
    end = Optional.of(second);
  }

  /** All changes before this have been read. */
  Instant position() {
    return since.orElseThrow();
  }

  PageRequest request() {
    return link.<PageRequest>map(PageRequest.At::new)
        .orElseGet(() -> new PageRequest.Since(since, validator));
  }

  boolean isAtEnd() {
    return atEnd;
  }

  /** What may be stored once all pages so far are in the table. */
  IngestionCursor cursor() {
    return cursor;
  }

  /** Takes the answer to {@link #request}. */
  void accept(SourcePage page) {
    validator = Optional.empty();
    if (stretch == Stretch.ONE_SECOND) {
      continueSecond(page);
    } else if (page.next().isEmpty()) {
      finish(page);
      return;
    } else {
      moveOn(page, page.next().get());
    }
    cursor = IngestionCursor.walking(since);
  }

  private void moveOn(SourcePage page, URI next) {
    if (stretch == Stretch.NEWEST || page.records().isEmpty()) {
      link = Optional.of(next);
      return;
    }
    Instant last = last(page);
    if (isPastEnd(last)) {
      since = end;
      atEnd = true;
    } else if (end.isEmpty() && last.plusSeconds(1).isAfter(page.date().minus(margin))) {
      stretch = Stretch.NEWEST;
      link = Optional.of(next);
    } else if (since.isEmpty() || last.isAfter(since.get())) {
      since = Optional.of(last);
      link = Optional.empty();
    } else {
      stretch = Stretch.ONE_SECOND;
      startPass();
      continueSecond(page);
    }
  }

  private void continueSecond(SourcePage page) {
    Instant second = since.orElseThrow();
    boolean beyond = false;
    for (SourceRecord row : page.records()) {
      if (row.updatedAt().equals(second)) {
        thisPass.add(row.id());
      } else {
        beyond = beyond || row.updatedAt().isAfter(second);
      }
    }
    if (!beyond && page.next().isPresent()) {
      link = page.next();
    } else if (thisPass.equals(lastPass)) {
      // A row that left the second while its pages were read is missing from the next pass, so two
      // equal passes prove that nothing moved up unseen. What came after the second is asked for
      // again: a deletion could have moved one of those unseen into the second's last page.
      stretch = Stretch.OPEN;
      since = Optional.of(second.plusSeconds(1));
      link = Optional.empty();
      atEnd = isPastEnd(since.get());
    } else {
      startPass();
    }
  }

  private boolean isPastEnd(Instant time) {
    return end.isPresent() && !time.isBefore(end.get());
  }

  private void startPass() {
    if (++passes > MAX_PASSES) {
      throw new ConnectorException(
          RuntimeError.SOURCE_UNSTABLE,
          "The rows of the second "
              + since.map(Instant::toString).orElse("-")
              + " changed during "
              + MAX_PASSES
              + " readings in a row. The next run tries again from there.");
    }
    lastPass = thisPass;
    thisPass = new HashSet<>();
    link = Optional.empty();
  }

  private void finish(SourcePage page) {
    // The validator of the first of several pages would hide what the others gain.
    Optional<Validator> good = link.isEmpty() ? page.validator() : Optional.empty();
    cursor = IngestionCursor.complete(new Poll(since, good));
    atEnd = true;
  }

  private static Instant last(SourcePage page) {
    return page.records().stream()
        .map(SourceRecord::updatedAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
