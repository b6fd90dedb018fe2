package io.snowpull.local.engine.procedure;

import java.io.Serial;

/** A worker process could not be started, or ended in the middle of a call. */
final class WorkerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  WorkerException(String message, Throwable cause) {
    super(message, cause);
  }

  WorkerException(String message) {
    super(message);
  }
}
