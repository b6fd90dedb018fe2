package io.snowpull.local.engine.duckdb;

import java.io.Serial;
import java.nio.file.Path;

/** The account's data file is open in another process. */
public final class DatabaseInUseException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  DatabaseInUseException(Path file, Throwable cause) {
    super(
        "The account's data file "
            + file
            + " is in use by another process. Stop that local account, or start this one with"
            + " another data directory.",
        cause);
  }
}
