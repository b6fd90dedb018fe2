package io.snowpull.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What became of one repository.
 *
 * @param table null when the repository was never enabled
 * @param view null when the repository was never enabled
 * @param rows rows in the table
 * @param requests requests of this run to GitHub
 * @param seconds of this run
 * @param reason null unless the run failed
 */
@JsonPropertyOrder({
  "repository",
  "table",
  "view",
  "state",
  "rows",
  "requests",
  "seconds",
  "reason"
})
record RepositoryOutcome(
    String repository,
    @Nullable String table,
    @Nullable String view,
    String state,
    long rows,
    long requests,
    double seconds,
    @Nullable String reason) {
  static final String DONE = "DONE";
  static final String FAILED = "FAILED";

  /** Failed before a run could begin. */
  static RepositoryOutcome failed(String repository, String reason) {
    return new RepositoryOutcome(repository, null, null, FAILED, 0, 0, 0, reason);
  }

  boolean isDone() {
    return state.equals(DONE);
  }
}
