package io.snowpull.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code snowpull sql}: one statement through the JDBC driver. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs a statement, in the local account unless -c names another connection.")
final class SqlCommand implements Callable<Integer> {
  static final String LOCAL = "local";

  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Parameters(paramLabel = "SQL", description = "The statement.")
  String sql = "";

  @Option(
      names = {"-c", "--connection"},
      paramLabel = "CONNECTION",
      description = "A connection of the data directory's or the user's connections.toml.")
  @Nullable String connection;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The local account's data (default: .snowpull in the checkout). The account is started on"
              + " it for this statement if it is not up.")
  @Nullable Path data;

  @Option(
      names = "--format",
      paramLabel = "table|json|csv",
      defaultValue = "table",
      description = "How the result is printed: ${COMPLETION-CANDIDATES} (default: table).")
  ResultFormat format = ResultFormat.TABLE;

  SqlCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Installation installation = Installation.ofProcess();
    Path directory = data == null ? installation.dataDirectory() : data;
    ConnectionsFile own = new ConnectionsFile(directory.resolve(ConnectionsFile.NAME));
    if (connection != null && !connection.equals(LOCAL)) {
      run(named(connection, own));
      return 0;
    }
    Optional<ConnectionSettings> local = own.find(LOCAL);
    if (local.isPresent() && local.get().isReachable()) {
      run(local.get());
      return 0;
    }
    int port = local.map(ConnectionSettings::portNumber).orElse(0);
    try (RunningAccount account = RunningAccount.start(installation, directory, port, clock);
        Connection session = account.connect()) {
      run(session);
    }
    return 0;
  }

  private ConnectionSettings named(String name, ConnectionsFile own) throws IOException {
    ConnectionsFile user = ConnectionsFile.ofUser(environment);
    Optional<ConnectionSettings> found = own.find(name);
    return found.isPresent()
        ? found.get()
        : user.find(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        "there is no connection '"
                            + name
                            + "' in "
                            + own.path()
                            + " or "
                            + user.path()));
  }

  private void run(ConnectionSettings settings) throws SQLException {
    try (Connection session = settings.open()) {
      run(session);
    }
  }

  private void run(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          format.write(rows, terminal);
        }
      } else {
        terminal.say(statement.getUpdateCount() + " rows affected");
      }
    }
  }
}
