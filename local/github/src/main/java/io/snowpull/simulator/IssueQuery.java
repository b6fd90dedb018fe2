package io.snowpull.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code GET /repos/{owner}/{repo}/issues}, with GitHub's defaults.
 *
 * @param since null when absent
 * @param after null when absent; wins over {@code page}
 * @see <a href="https://docs.github.com/en/rest/issues/issues#list-repository-issues">GitHub</a>
 */
record IssueQuery(
    State state,
    IssueSort sort,
    boolean descending,
    @Nullable Instant since,
    int perPage,
    int page,
    @Nullable PageCursor after) {

  enum State {
    OPEN,
    CLOSED,
    ALL
  }

  private static final int LARGEST_PAGE = 100;
  private static final int STANDARD_PAGE = 30;

  static IssueQuery of(Map<String, String> parameters) {
    String after = parameters.get("after");
    return new IssueQuery(
        constant(State.class, parameters, "state", State.OPEN),
        constant(IssueSort.class, parameters, "sort", IssueSort.CREATED),
        constant(Direction.class, parameters, "direction", Direction.DESC) == Direction.DESC,
        since(parameters.get("since")),
        Math.min(LARGEST_PAGE, positive(parameters.get("per_page"), STANDARD_PAGE)),
        positive(parameters.get("page"), 1),
        after == null ? null : PageCursor.decoded(after));
  }

  /**
   * Those that match, in the order asked for. A page of all issues takes the time of a page,
   * however many there are: of what is sorted by the time of change, {@code since} cuts off the
   * beginning.
   *
   * @param sorted all issues of a repository, ascending by {@link #sort}
   */
  List<StoredIssue> matching(List<StoredIssue> sorted) {
    List<StoredIssue> late = sort == IssueSort.UPDATED ? from(sorted) : sorted;
    boolean all = state == State.ALL && (since == null || sort == IssueSort.UPDATED);
    List<StoredIssue> matching = all ? late : late.stream().filter(this::matches).toList();
    return descending ? new Reversed(matching) : matching;
  }

  private List<StoredIssue> from(List<StoredIssue> sorted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isSince(sorted.get(middle).updated())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return sorted.subList(low, sorted.size());
  }

  private boolean matches(StoredIssue issue) {
    return switch (state) {
          case ALL -> true;
          case OPEN -> issue.open();
          case CLOSED -> !issue.open();
        }
        && isSince(issue.updated());
  }

  private boolean isSince(Instant updated) {
    if (since == null) {
      return true;
    }
    // GitHub answers an empty list to the epoch itself, and to no other time:
    // https://github.com/airbytehq/airbyte/pull/85376
    return !since.equals(Instant.EPOCH) && !updated.isBefore(since);
  }

  /** A view from the end to the beginning. */
  private static final class Reversed extends AbstractList<StoredIssue> {
    private final List<StoredIssue> list;

    Reversed(List<StoredIssue> list) {
      this.list = list;
    }

    @Override
    public StoredIssue get(int index) {
      return list.get(list.size() - 1 - index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  private enum Direction {
    ASC,
    DESC
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Map<String, String> parameters, String field, E standard) {
    String value = parameters.get(field);
    if (value == null) {
      return standard;
    }
    for (E candidate : type.getEnumConstants()) {
      if (candidate.name().equalsIgnoreCase(value)) {
        return candidate;
      }
    }
    throw new InvalidParameterException(field, value);
  }

  /** GitHub replaces what is not a positive number by the default. */
  private static int positive(@Nullable String value, int standard) {
    if (value == null || !value.matches("\\d{1,9}")) {
      return standard;
    }
    int number = Integer.parseInt(value);
    return number == 0 ? standard : number;
  }

  private static @Nullable Instant since(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new InvalidParameterException("since", value);
    }
  }
}
