package io.snowpull.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code snowpull sql}: one statement through the JDBC driver. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs a statement, in the local account unless -c names another connection.")
final class SqlCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Parameters(paramLabel = "SQL", description = "The statement.")
  String sql = "";

  @Mixin Target target = new Target();

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
    try (Target.Session session = target.open(Installation.ofProcess(), environment, clock)) {
      run(session.connection());
    }
    return 0;
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
