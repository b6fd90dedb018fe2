package io.snowpull.runtime.failure;

/** Who can do something about an error. */
public enum Category {
  /** The caller: an argument, the configuration or a missing grant. */
  USER,
  /** The source, or the network on the way there. */
  SOURCE,
  /** The Snowflake account refused or failed a statement. */
  SNOWFLAKE,
  /** A defect of the connector. */
  INTERNAL
}
