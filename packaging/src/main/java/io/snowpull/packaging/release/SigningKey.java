package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * An OpenPGP key that gpg has.
 *
 * @param id as gpg's {@code --local-user} takes it
 * @param variables for gpg, such as where its keys are
 */
record SigningKey(String id, Map<String, String> variables) {

  /** Writes the detached signature of a file beside it, as {@code <file>.asc}. */
  void sign(Path folder, String file) throws IOException, InterruptedException {
    new Command(folder, variables)
        .run("gpg", "--batch", "--yes", "--armor", "--detach-sign", "--local-user", id, file);
  }
}
