package io.snowpull.packaging.release;

/** A release that cannot be made: why, and the way out. */
public final class ReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReleaseException(String code, String message) {
    super("[" + code + "] " + message);
  }
}
