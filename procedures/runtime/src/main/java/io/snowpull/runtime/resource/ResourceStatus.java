package io.snowpull.runtime.resource;

/** What a person last wanted of a resource. */
public enum ResourceStatus {
  /** Its objects are still being made. */
  PREPARING,
  /** Its task runs on its schedule. */
  ENABLED,
  /** Its task is suspended; nothing else has changed. */
  DISABLED,
  /** Its task is gone, its table is kept, and its names stay taken. */
  DELETED
}
