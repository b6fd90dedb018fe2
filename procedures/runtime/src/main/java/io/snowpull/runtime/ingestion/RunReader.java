package io.snowpull.runtime.ingestion;

import io.snowpull.runtime.cursor.IngestionCursor;
import io.snowpull.runtime.cursor.TimeWindow;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourcePage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads a resource from its cursor on: a first load in several windows of time at once, then and
 * otherwise one walk to the end.
 */
final class RunReader {
  private final long sourceId;
  private final PatientSource source;
  private final RunWriter writer;
  private final RunSetting setting;
  private final Instant deadline;
  private boolean nothingRead;
  private IngestionCursor cursor;

  /**
   * @param startDate where a first load begins; empty for all rows
   */
  RunReader(
      long sourceId,
      IngestionCursor cursor,
      Optional<Instant> startDate,
      PatientSource source,
      RunWriter writer,
      RunSetting setting,
      Instant deadline) {
    this.sourceId = sourceId;
    this.nothingRead = cursor.isAtStart();
    this.cursor = nothingRead ? IngestionCursor.walking(startDate) : cursor.withoutWait();
    this.source = source;
    this.writer = writer;
    this.setting = setting;
    this.deadline = deadline;
  }

  /** What may be stored once all pages so far are in the table. */
  IngestionCursor cursor() {
    return cursor;
  }

  /**
   * Reads on; answers whether the end was reached, or time was up before.
   *
   * @throws WaitException when the source asks for a longer wait than a run may make
   */
  boolean read() {
    return readWindows() && walk();
  }

  private boolean walk() {
    KeysetWalk walk = new KeysetWalk(cursor, setting.limits().margin());
    while (!walk.isAtEnd()) {
      if (isUsedUp(0)) {
        return false;
      }
      SourceAnswer answer = source.fetch(sourceId, walk.request());
      if (!(answer instanceof SourcePage page)) {
        writer.unchanged();
        return true;
      }
      boolean first = nothingRead;
      nothingRead = false;
      writer.makeRoom(page, cursor);
      walk.accept(page);
      cursor = walk.cursor();
      writer.add(page);
      if (first && openWindows(page)) {
        return read();
      }
    }
    return true;
  }

  /**
   * After the first page of a first load: what is older than the source's present is read in
   * windows, and one walk catches up from there, which finds what changed meanwhile.
   */
  private boolean openWindows(SourcePage firstPage) {
    Instant end = firstPage.date().minus(setting.limits().margin()).truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> reached = cursor.walkedTo().filter(end::isAfter);
    if (setting.limits().concurrency() < 2 || cursor.poll().isPresent() || reached.isEmpty()) {
      return false;
    }
    TimeWindow old = new TimeWindow(reached.get(), end);
    cursor = IngestionCursor.loading(end, old.split(setting.limits().concurrency()));
    return true;
  }

  private boolean readWindows() {
    if (cursor.windows().isEmpty()) {
      return true;
    }
    LoadWindows windows = new LoadWindows(cursor.windows(), setting.limits().margin());
    ReadAhead ahead = new ReadAhead(sourceId, source, windows, setting, this::isUsedUp);
    Optional<WaitException> wait = Optional.empty();
    while (true) {
      // What is under way is awaited even when the run has to end, for it has been paid for.
      try {
        Optional<ReadAhead.Arrived> next = ahead.next();
        if (next.isEmpty()) {
          break;
        }
        accept(next.get());
      } catch (WaitException e) {
        wait = wait.filter(known -> known.until().isAfter(e.until())).or(() -> Optional.of(e));
      }
    }
    if (wait.isPresent()) {
      throw wait.get();
    }
    return cursor.windows().isEmpty();
  }

  private void accept(ReadAhead.Arrived next) {
    writer.makeRoom(next.page(), cursor);
    cursor = IngestionCursor.loading(cursor.walkedTo().orElseThrow(), next.remaining());
    writer.add(next.page());
  }

  /** Whether the run has used up its time or its requests, with those under way. */
  private boolean isUsedUp(int underWay) {
    return source.requests() + underWay >= setting.limits().requests()
        || !setting.clock().instant().isBefore(deadline);
  }
}
