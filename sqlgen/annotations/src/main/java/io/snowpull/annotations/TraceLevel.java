package io.snowpull.annotations;

/** When Snowflake captures spans. */
public enum TraceLevel {
  /** Not mentioned in the manifest. */
  UNSET,
  ALWAYS,
  ON_EVENT,
  OFF
}
