package io.snowpull.annotations;

/** Whether Snowflake captures resource metrics. */
public enum MetricLevel {
  /** Not mentioned in the manifest. */
  UNSET,
  ALL,
  NONE
}
