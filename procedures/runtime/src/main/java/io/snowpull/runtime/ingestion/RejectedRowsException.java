package io.snowpull.runtime.ingestion;

/** After a batch was written, the table did not have all of its rows. */
final class RejectedRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RejectedRowsException(long sent, long found) {
    super("Of " + sent + " rows that were written, the table has " + found + ".");
  }
}
