package io.snowpull.cli;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** The local account in this process, reached over its port as every client reaches it. */
final class RunningAccount implements AutoCloseable {
  private final LocalAccount account;
  private final ConnectionSettings settings;

  private RunningAccount(LocalAccount account, ConnectionSettings settings) {
    this.account = account;
    this.settings = settings;
  }

  /**
   * @param port 0 for any free one
   */
  static RunningAccount start(Installation installation, Path data, int port, Clock clock)
      throws IOException {
    Path directory = data.toAbsolutePath().normalize();
    LocalAccount account =
        LocalAccount.start(
            new AccountConfig(port, directory, installation.workerClassPath(), clock));
    try {
      ConnectionsFile file = new ConnectionsFile(account.connectionFile());
      return new RunningAccount(account, file.find(Target.LOCAL).orElseThrow());
    } catch (IOException | RuntimeException e) {
      account.close();
      throw e;
    }
  }

  Connection connect() throws SQLException {
    return settings.open();
  }

  int port() {
    return account.port();
  }

  Path dataDirectory() {
    return account.dataDirectory();
  }

  String jdbcUrl() {
    return account.jdbcUrl();
  }

  String user() {
    return account.user();
  }

  String password() {
    return account.password();
  }

  Path connectionsFile() {
    return account.connectionFile();
  }

  @Override
  public void close() {
    account.close();
  }
}
