package io.snowpull.runtime.state;

/** Where a resource stands. */
public enum IngestionState {
  RUNNING,
  DONE,
  /** Ended because the source wants to be left alone; a later run goes on. */
  WAITING,
  /** Ended because its time was up; the next run goes on. */
  CONTINUES,
  FAILED
}
