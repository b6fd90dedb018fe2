package io.snowpull.runtime.failure;

/** A stable name for one kind of error; every source adds its own enum of them. */
public interface ErrorCode {
  /** The stable code, upper case with underscores. */
  String name();

  /** Who can do something about it. */
  Category category();

  /** Whether it says something about the connection, and nothing about one resource. */
  default boolean concernsAll() {
    return false;
  }
}
