package io.snowpull.github.issues;

/**
 * How many issues to ask for at once: fewer for a while after GitHub failed, which it does after
 * ten seconds of work on a page. Thread-safe.
 */
final class PageSize {
  private static final int SMALLEST = 10;

  /** Pages that have to arrive before twice as many issues are tried again. */
  private static final int PAGES_TO_RECOVER = 10;

  private final int largest;
  private int current;
  private int arrived;

  PageSize(int largest) {
    this.largest = largest;
    this.current = largest;
  }

  int largest() {
    return largest;
  }

  synchronized int current() {
    return current;
  }

  /** A page of this size did not come; several at once halve once only. */
  synchronized void failed(int size) {
    if (size == current) {
      current = Math.max(Math.min(SMALLEST, largest), current / 2);
      arrived = 0;
    }
  }

  synchronized void arrived() {
    if (current < largest && ++arrived >= PAGES_TO_RECOVER) {
      current = Math.min(largest, current * 2);
      arrived = 0;
    }
  }
}
