package io.snowpull.cli;

import org.jspecify.annotations.Nullable;

/**
 * The newest state of one repository.
 *
 * @param sequence grows with every state that is recorded
 * @param reason null unless the run failed
 */
record RunState(
    String repository,
    long sequence,
    String state,
    @Nullable String reason,
    long rows,
    long requests,
    double seconds) {
  private static final String RUNNING = "RUNNING";

  /** DONE, FAILED, and whatever else a run may end with. */
  boolean isEnd() {
    return !state.equals(RUNNING);
  }
}
