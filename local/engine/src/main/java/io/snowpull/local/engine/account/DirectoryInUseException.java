package io.snowpull.local.engine.account;

import java.io.Serial;
import java.nio.file.Path;

/** Another local account uses the data directory. */
public final class DirectoryInUseException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  DirectoryInUseException(Path directory) {
    super(
        "The data directory "
            + directory
            + " is in use by another local account. Stop that one, or choose another directory.");
  }
}
