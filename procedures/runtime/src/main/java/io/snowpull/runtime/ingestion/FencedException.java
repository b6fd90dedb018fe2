package io.snowpull.runtime.ingestion;

/** A newer run has claimed the resource; this one must not write any more. */
final class FencedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FencedException() {
    super("a newer run has claimed the resource");
  }
}
