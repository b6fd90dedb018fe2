package io.snowpull.local.worker.values;

/** A SQL value does not fit the handler's Java type, or the other way round. */
public final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ValueException(String message) {
    super(message);
  }
}
