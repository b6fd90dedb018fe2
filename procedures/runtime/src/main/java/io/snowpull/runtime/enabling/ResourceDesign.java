package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FlattenedColumn;
import java.util.List;

/**
 * What every resource of a connector consists of.
 *
 * @param columns columns of the flattening view
 * @param dataRoles application roles that may read table and view
 * @param target what a resource's task runs, and on what
 */
public record ResourceDesign(
    List<FlattenedColumn> columns, List<String> dataRoles, TaskTarget target) {
  public ResourceDesign {
    columns = List.copyOf(columns);
    dataRoles = List.copyOf(dataRoles);
  }
}
