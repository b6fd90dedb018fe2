package io.snowpull.runtime.failure;

import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * The one place where the errors of a procedure are mapped and logged.
 *
 * <p>Everything a procedure does runs inside {@link #run}; nothing below it logs an error.
 */
public final class ProcedureEdge {
  private final String procedure;
  private final Logger log;

  public ProcedureEdge(String procedure, Logger log) {
    this.procedure = procedure;
    this.log = log;
  }

  /** Runs the work; whatever it throws comes out as {@link ProcedureFailedException}. */
  public <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      ConnectorException failure = describe(e);
      log.error("{} failed: {} ({})", procedure, failure.display(), failure.category(), e);
      throw new ProcedureFailedException(failure);
    }
  }

  /** The same error as a connector's error; unknown ones become INTERNAL. */
  public static ConnectorException describe(RuntimeException e) {
    if (e instanceof ConnectorException known) {
      return known;
    }
    return new ConnectorException(
        RuntimeError.UNEXPECTED,
        "The connector hit a defect ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). Report it with the log of this run.",
        e);
  }
}
