package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/** Which privileges a change of a table's rows needs. */
public final class TablePrivileges {

  private TablePrivileges() {}

  /**
   * Checks that the statement may change its table.
   *
   * @throws SnowflakeException 002003 if the principal does not see the table, 003001 if it sees it
   *     and may not
   */
  public static void require(DmlStatement statement, Execution execution) {
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

  private static List<String> privileges(DmlStatement statement) {
    if (statement instanceof DmlStatement.Insert insert) {
      return insert.overwrite() ? List.of("INSERT", "DELETE") : List.of("INSERT");
    } else if (statement instanceof DmlStatement.Update) {
      return List.of("UPDATE");
    } else if (statement instanceof DmlStatement.Delete) {
      return List.of("DELETE");
    } else if (statement instanceof DmlStatement.Truncate) {
      return List.of("TRUNCATE");
    }
    return List.of();
  }
}
