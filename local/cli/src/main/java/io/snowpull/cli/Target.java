package io.snowpull.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The account that a command works on.
 *
 * <p>Only a connection that is named leaves this machine: without one it is the local account, even
 * where the user's files have a default.
 */
final class Target {
  static final String LOCAL = "local";

  @Option(
      names = {"-c", "--connection"},
      paramLabel = "CONNECTION",
      description =
          "A connection of the data directory's connections.toml or of the user's connections.toml"
              + " or config.toml (default: the local account, whatever those files say).")
  @Nullable String connection;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The local account's data (default: .snowpull in the checkout). The account is started on"
              + " it for this command if it is not up.")
  @Nullable Path data;

  /**
   * An open connection.
   *
   * @param account for people: which account it is
   */
  record Session(Connection connection, String account, Optional<RunningAccount> started)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        started.ifPresent(RunningAccount::close);
      }
    }
  }

  Session open(Installation installation, Environment environment, Clock clock)
      throws IOException, SQLException {
    Path directory = data == null ? installation.dataDirectory() : data;
    ConnectionsFile own = new ConnectionsFile(directory.resolve(ConnectionsFile.NAME));
    String name = connection == null || connection.isBlank() ? LOCAL : connection;
    if (!name.equals(LOCAL)) {
      ConnectionSettings settings = new NamedConnections(own, environment).require(name);
      return new Session(settings.open(), "connection '" + name + "'", Optional.empty());
    }
    String account = "the local account in " + directory;
    Optional<ConnectionSettings> local = own.find(LOCAL);
    if (local.isPresent() && local.get().isReachable()) {
      return new Session(local.get().open(), account, Optional.empty());
    }
    int port = local.map(ConnectionSettings::portNumber).orElse(0);
    RunningAccount started = RunningAccount.start(installation, directory, port, clock);
    try {
      return new Session(started.connect(), account, Optional.of(started));
    } catch (SQLException | RuntimeException e) {
      started.close();
      throw e;
    }
  }
}
