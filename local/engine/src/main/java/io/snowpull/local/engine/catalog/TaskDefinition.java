package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A task. Its schedule is the text as written; null when it follows predecessors.
 *
 * @param warehouse the warehouse's name, or a reference's alias as {@code reference('x')}; null for
 *     serverless
 * @param parameters the task's own settings, names in upper case, for example {@code
 *     USER_TASK_TIMEOUT_MS}
 * @param condition the SQL after WHEN; null when there is none
 * @param body the SQL after AS
 */
public record TaskDefinition(
    Header header,
    @Nullable String warehouse,
    @Nullable String schedule,
    List<QualifiedName> predecessors,
    SortedMap<String, String> parameters,
    @Nullable String condition,
    String body,
    boolean started,
    String ddl)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.TASK;
  }

  @Override
  public TaskDefinition withHeader(Header newHeader) {
    return new TaskDefinition(
        newHeader, warehouse, schedule, predecessors, parameters, condition, body, started, ddl);
  }

  public TaskDefinition withStarted(boolean newStarted) {
    return new TaskDefinition(
        header, warehouse, schedule, predecessors, parameters, condition, body, newStarted, ddl);
  }
}
