package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.RoutineStatement.ExecuteImmediateFrom;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/**
 * Runs a version's setup script as the application, from its first statement to its last.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/creating-setup-script
 */
final class SetupScript {
  private static final int DEEPEST = 20;

  private final VersionFiles files = new VersionFiles();
  private final String directory;
  private final Execution execution;

  /**
   * @param directory the version's files
   * @param execution runs as the application
   */
  SetupScript(String directory, Execution execution) {
    this.directory = directory;
    this.execution = execution;
  }

  /**
   * @throws SnowflakeException that names file and line of the statement that failed
   */
  void run(String file) {
    run(file, 0);
  }

  private void run(String file, int depth) {
    if (depth > DEEPEST) {
      throw SnowflakeException.compilationError(
          "EXECUTE IMMEDIATE FROM '" + file + "' is nested more than " + DEEPEST + " times deep");
    }
    String text = files.read(directory, file, execution);
    List<Statement> statements = parse(file, text, execution);
    int from = 0;
    for (Statement statement : statements) {
      int at = Math.max(from, text.indexOf(statement.text(), from));
      from = at;
      execution.cancellation().check();
      try {
        one(statement, file, depth);
      } catch (SnowflakeException e) {
        throw e.code().equals(FAILED) ? e : failed(file, text, at, e);
      }
    }
  }

  /** The script's statements; an error names the file. */
  static List<Statement> parse(String file, String text, Execution execution) {
    try {
      return execution.services().parser().parse(text);
    } catch (SnowflakeException e) {
      throw new SnowflakeException(
          e.code(), e.sqlState(), "In file '" + file + "': " + e.message(), e);
    }
  }

  private void one(Statement statement, String file, int depth) {
    if (statement instanceof ExecuteImmediateFrom from
        && from.file().kind() == StageLocation.Kind.OTHER) {
      run(resolve(file, from.file().path()), depth + 1);
      return;
    }
    execution.run(statement);
  }

  /** {@code 'x.sql'}, {@code './x.sql'}, {@code '../x.sql'} beside the file, {@code '/x.sql'}. */
  private static String resolve(String from, String path) {
    if (path.startsWith("/")) {
      return path;
    }
    int slash = from.lastIndexOf('/');
    return slash < 0 ? path : from.substring(0, slash + 1) + path;
  }

  private static final String FAILED = "093300";

  private static SnowflakeException failed(
      String file, String text, int at, SnowflakeException cause) {
    String before = text.substring(0, at);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int position = at - before.lastIndexOf('\n') - 1;
    return new SnowflakeException(
        FAILED,
        "P0001",
        "Uncaught exception of type 'STATEMENT_ERROR' in file "
            + file
            + " on line "
            + line
            + " at position "
            + position
            + ":\n"
            + cause.message(),
        cause);
  }
}
