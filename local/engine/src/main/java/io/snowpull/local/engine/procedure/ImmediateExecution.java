package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.RoutineStatement.ExecuteImmediate;
import io.snowpull.local.engine.ast.RoutineStatement.ExecuteImmediateFrom;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.execution.Binds;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.stage.StageLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * EXECUTE IMMEDIATE of a string, and of a file.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/execute-immediate and
 * https://docs.snowflake.com/en/sql-reference/sql/execute-immediate-from
 */
final class ImmediateExecution {
  Result run(ExecuteImmediate immediate, Execution execution) {
    Value code = execution.evaluate(immediate.code());
    if (!(code.content() instanceof String text)) {
      throw SnowflakeException.compilationError("EXECUTE IMMEDIATE needs a string, not NULL");
    }
    List<Value> using = immediate.using().stream().map(execution::evaluate).toList();
    List<Statement> statements = execution.services().parser().parse(text);
    if (statements.size() != 1) {
      throw SnowflakeException.compilationError(
          "EXECUTE IMMEDIATE runs one statement, but the string holds " + statements.size() + ".");
    }
    return execution.with(Binds.of(using)).run(statements.get(0));
  }

  /** The result of the file's last statement. */
  Result run(ExecuteImmediateFrom immediate, Execution execution) {
    if (!immediate.options().entries().isEmpty()) {
      throw SnowflakeException.unsupported("templates and DRY_RUN in EXECUTE IMMEDIATE FROM");
    }
    Path file = file(immediate.file(), execution);
    Execution inner = execution.with(Binds.NONE);
    Result last = null;
    for (Statement statement : execution.services().parser().parse(read(file, immediate.file()))) {
      last = inner.run(statement);
    }
    if (last == null) {
      throw SnowflakeException.compilationError(
          "the file " + immediate.file().path() + " is empty");
    }
    return last;
  }

  private static Path file(StageLocation location, Execution execution) {
    if (location.kind() != StageLocation.Kind.OTHER) {
      StageLocator.Located located = StageLocator.locate(location, execution, false);
      return execution.services().stages().resolve(located.directory(), located.path());
    }
    if (execution.context().principal() instanceof Principal.Application application
        && location.path().startsWith("/")) {
      String directory =
          execution
              .snapshot()
              .application(application.name())
              .map(ApplicationDefinition::directory)
              .orElseThrow();
      return execution.services().stages().resolve(directory, location.path());
    }
    throw SnowflakeException.compilationError(
        "EXECUTE IMMEDIATE FROM '"
            + location.path()
            + "': relative paths work in a setup script only; code of an application names a file"
            + " from the version's root, '/scripts/x.sql', and others a stage, @stage/x.sql.");
  }

  private static String read(Path file, StageLocation location) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SnowflakeException(
          "093900", "02000", "File '" + location.path() + "' does not exist in the stage.", e);
    }
  }
}
