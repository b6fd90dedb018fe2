package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FlattenedColumn;
import java.util.List;
import java.util.Optional;

/**
 * What every resource of a connector consists of.
 *
 * @param columns columns of the flattening view
 * @param dataRoles application roles that may read table and view
 * @param target what a resource's task runs, and on what
 * @param reconciliation the same for the task that compares the resource with its source; empty
 *     where the source cannot list all that it has
 * @param combined the views over all resources; empty for none
 */
public record ResourceDesign(
    List<FlattenedColumn> columns,
    List<String> dataRoles,
    TaskTarget target,
    Optional<TaskTarget> reconciliation,
    Optional<CombinedDesign> combined) {
  /** Without views over all resources. */
  public ResourceDesign(
      List<FlattenedColumn> columns,
      List<String> dataRoles,
      TaskTarget target,
      Optional<TaskTarget> reconciliation) {
    this(columns, dataRoles, target, reconciliation, Optional.empty());
  }

  /** For a source that cannot list all that it has. */
  public ResourceDesign(List<FlattenedColumn> columns, List<String> dataRoles, TaskTarget target) {
    this(columns, dataRoles, target, Optional.empty());
  }

  public ResourceDesign {
    columns = List.copyOf(columns);
    dataRoles = List.copyOf(dataRoles);
  }
}
