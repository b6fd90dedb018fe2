package io.snowpull.annotations;

/** Least severe log message that Snowflake captures. */
public enum LogLevel {
  /** Not mentioned in the manifest: nothing is captured. */
  UNSET,
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL,
  OFF
}
