package io.snowpull.local.worker;

/** The account did not let the worker in. */
final class SessionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SessionException(String message, Throwable cause) {
    super(message, cause);
  }
}
