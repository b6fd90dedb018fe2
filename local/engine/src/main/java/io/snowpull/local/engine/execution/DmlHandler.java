package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;

/** INSERT, UPDATE, DELETE, MERGE and TRUNCATE. */
public final class DmlHandler implements StatementHandler<DmlStatement> {

  @Override
  public Result execute(DmlStatement statement, Execution execution) {
    requirePrivilege(statement, execution);
    Services services = execution.services();
    return services
        .data()
        .change(
            execution,
            connection -> connection.execute(statement, services.sql().context(execution)));
  }

  private static void requirePrivilege(DmlStatement statement, Execution execution) {
    ObjectName name = statement.table();
    RelationDefinition table =
        execution
            .relation(execution.names().relation(name))
            .filter(found -> isReached(found, execution))
            .orElseThrow(
                () ->
                    SnowflakeException.objectDoesNotExist(
                        execution.names().relation(name).toSql()));
    if (table.temporaryOf() == null) {
      for (String privilege : privileges(statement)) {
        execution.services().access().require(execution.context(), privilege, table);
      }
    }
  }

  private static boolean isReached(RelationDefinition table, Execution execution) {
    var access = execution.services().access();
    return table.temporaryOf() != null
        || (access.sees(execution.context(), table)
            && access.reaches(execution.context(), table.name()));
  }

  private static java.util.List<String> privileges(DmlStatement statement) {
    if (statement instanceof DmlStatement.Insert insert) {
      return insert.overwrite()
          ? java.util.List.of("INSERT", "DELETE")
          : java.util.List.of("INSERT");
    } else if (statement instanceof DmlStatement.Update) {
      return java.util.List.of("UPDATE");
    } else if (statement instanceof DmlStatement.Delete) {
      return java.util.List.of("DELETE");
    } else if (statement instanceof DmlStatement.Truncate) {
      return java.util.List.of("TRUNCATE");
    }
    return java.util.List.of();
  }
}
