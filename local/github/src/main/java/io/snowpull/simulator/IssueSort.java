package io.snowpull.simulator;

import java.util.Comparator;
import java.util.function.ToLongFunction;

/** What a list of issues is sorted by; the id breaks ties. */
enum IssueSort {
  CREATED(issue -> issue.created().toEpochMilli()),
  UPDATED(issue -> issue.updated().toEpochMilli()),
  COMMENTS(StoredIssue::comments);

  private final ToLongFunction<StoredIssue> key;

  IssueSort(ToLongFunction<StoredIssue> key) {
    this.key = key;
  }

  Comparator<StoredIssue> ascending() {
    return Comparator.comparingLong(key).thenComparingLong(StoredIssue::id);
  }

  PageCursor cursorAt(StoredIssue issue) {
    return new PageCursor(key.applyAsLong(issue), issue.id());
  }

  /** Whether {@code issue} comes after {@code cursor} when walking in the given direction. */
  boolean isAfter(StoredIssue issue, PageCursor cursor, boolean descending) {
    int order = Long.compare(key.applyAsLong(issue), cursor.key());
    if (order == 0) {
      order = Long.compare(issue.id(), cursor.id());
    }
    return descending ? order < 0 : order > 0;
  }
}
