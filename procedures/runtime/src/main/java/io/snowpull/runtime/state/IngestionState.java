package io.snowpull.runtime.state;

/** Where a resource stands. */
public enum IngestionState {
  RUNNING,
  DONE,
  FAILED
}
