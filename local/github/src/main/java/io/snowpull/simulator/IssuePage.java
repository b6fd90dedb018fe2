package io.snowpull.simulator;

import java.util.List;

/**
 * One page of a list of issues.
 *
 * @param issues in order
 * @param hasNext whether issues follow
 * @param lastPage number of the last page, at least 1
 */
record IssuePage(List<StoredIssue> issues, boolean hasNext, int lastPage) {

  /** Cuts the page that {@code query} asks for out of all issues that match it, in order. */
  static IssuePage cut(List<StoredIssue> matching, IssueQuery query) {
    int size = matching.size();
    int from = Math.min(size, offset(matching, query));
    int to = Math.min(size, from + query.perPage());
    int lastPage = Math.max(1, (size + query.perPage() - 1) / query.perPage());
    return new IssuePage(matching.subList(from, to), to < size, lastPage);
  }

  private static int offset(List<StoredIssue> matching, IssueQuery query) {
    PageCursor after = query.after();
    if (after == null) {
      return (int) Math.min(Integer.MAX_VALUE / 2, (query.page() - 1L) * query.perPage());
    }
    int low = 0;
    int high = matching.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (query.sort().isAfter(matching.get(middle), after, query.descending())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
