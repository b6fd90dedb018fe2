package io.snowpull.runtime.ingestion;

import java.time.Instant;

/** The source wants to be left alone for longer than a run may wait. */
public final class WaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Instant until;

  WaitException(Instant until, Throwable cause) {
    super("the source is to be left alone until " + until, cause);
    this.until = until;
  }

  /** From when on it may be asked again. */
  public Instant until() {
    return until;
  }
}
