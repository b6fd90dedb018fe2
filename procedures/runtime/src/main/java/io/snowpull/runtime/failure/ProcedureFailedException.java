package io.snowpull.runtime.failure;

/** Ends a procedure: its message, all that Snowflake shows of it, starts with the error's code. */
public final class ProcedureFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProcedureFailedException(ConnectorException failure) {
    super(failure.display(), failure);
  }
}
