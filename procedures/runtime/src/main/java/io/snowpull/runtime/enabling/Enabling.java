package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FenceStatements;
import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.ddl.SinkStatements;
import io.snowpull.ddl.TaskStatements;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRegistry;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.util.List;

/**
 * Makes a resource ready to be ingested, and starts its first run.
 *
 * <p>Every step can be repeated; a call that failed half way is mended by calling again.
 */
public final class Enabling {
  private final Sql sql;
  private final List<FlattenedColumn> columns;
  private final List<String> dataRoles;
  private final TaskTarget target;

  /**
   * @param columns columns of the flattening view
   * @param dataRoles application roles that may read table and view
   */
  public Enabling(
      Sql sql, List<FlattenedColumn> columns, List<String> dataRoles, TaskTarget target) {
    this.sql = sql;
    this.columns = List.copyOf(columns);
    this.dataRoles = List.copyOf(dataRoles);
    this.target = target;
  }

  public void enable(String resourceId, ConnectorConfiguration configuration, Source source) {
    SourceIdentity identity = source.identify(resourceId);
    ResourceRepository repository = new ResourceRepository(sql);
    ResourceDefinition resource =
        new ResourceRegistry(repository)
            .register(resourceId, identity, configuration.destinationDatabase().text());
    createSink(resource);
    TaskStatements task = new TaskStatements(List.of("TASKS", resource.names().task()));
    String create = task.create(target.warehouseReference(), target.procedure(), resource.key());
    runForTask(resource, create);
    runForTask(resource, task.resume());
    repository.update(resource.asEnabled());
    runForTask(resource, task.execute());
  }

  private void createSink(ResourceDefinition resource) {
    SinkStatements sink =
        new SinkStatements(
            List.of(resource.database(), "PUBLIC", resource.names().table()),
            List.of(resource.database(), "PUBLIC", resource.names().view()));
    sql.run(sink.createTable());
    sql.run(new FenceStatements(List.of("STATE", resource.names().fence())).create());
    sql.run(RecurringStatement.FILL_FENCE.text(), resource.fence(), resource.fence());
    sql.run(sink.createView(columns));
    sink.grantSelect(dataRoles).forEach(sql::run);
  }

  private void runForTask(ResourceDefinition resource, String statement) {
    try {
      sql.run(statement);
    } catch (SqlException e) {
      throw new ConnectorException(
          RuntimeError.TASK_REFUSED,
          "Snowflake refuses the task of '"
              + resource.key()
              + "'. Check that the application was granted EXECUTE TASK ON ACCOUNT, and that a"
              + " warehouse is bound to "
              + target.warehouseReference()
              + " (CALL PUBLIC.REGISTER_REFERENCE, or on the connector's page); then call again. "
              + e.getMessage(),
          e);
    }
  }
}
