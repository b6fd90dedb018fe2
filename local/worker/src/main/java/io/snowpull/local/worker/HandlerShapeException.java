package io.snowpull.local.worker;

/** No such handler, or one that a procedure cannot call. */
final class HandlerShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HandlerShapeException(String message) {
    super(message);
  }
}
