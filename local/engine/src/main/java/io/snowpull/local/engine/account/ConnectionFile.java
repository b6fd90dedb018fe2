package io.snowpull.local.engine.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The connection file in the data directory, as Snowflake's CLI and the drivers read it.
 *
 * <p>Source:
 * https://docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-connections
 */
final class ConnectionFile {

  private static final String NAME = "connections.toml";

  private final Path file;

  ConnectionFile(Path directory) {
    this.file = directory.resolve(NAME);
  }

  Path path() {
    return file;
  }

  void write(int port, String user, String password) {
    String content =
        """
        # Written by the local account at each start.
        [local]
        account = "local"
        host = "127.0.0.1"
        port = %d
        protocol = "http"
        user = "%s"
        password = "%s"
        role = "ACCOUNTADMIN"
        warehouse = "XS"
        """
            .formatted(port, user, password);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      PrivateFile.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("the connection file " + file + " cannot be written", e);
    }
  }
}
