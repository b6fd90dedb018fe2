package io.snowpull.local.engine.task;

import io.snowpull.local.engine.ast.CreateMode;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.ast.TaskStatement.AlterTask;
import io.snowpull.local.engine.ast.TaskStatement.CreateTask;
import io.snowpull.local.engine.ast.TaskStatement.ExecuteTask;
import io.snowpull.local.engine.ast.TaskStatement.TaskAction;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.ddl.Creation;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handler of the statements on tasks. */
public final class TaskStatements implements StatementHandler<TaskStatement> {
  private final Supplier<TaskScheduler> scheduler;

  /**
   * @param scheduler asked when a statement runs, because it is made after the handlers
   */
  public TaskStatements(Supplier<TaskScheduler> scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public Result execute(TaskStatement statement, Execution execution) {
    if (statement instanceof CreateTask create) {
      return create(create, execution);
    } else if (statement instanceof AlterTask alter) {
      return alter(alter, execution);
    }
    return execute((ExecuteTask) statement, execution);
  }

  private static Result create(CreateTask create, Execution execution) {
    refuseGraph(!create.after().isEmpty(), create.when() != null);
    QualifiedName name = execution.names().qualify(ObjectKind.TASK, create.name());
    TaskSettings settings = new TaskSettings(create.options(), execution);
    Optional<String> warehouse = settings.warehouse();
    Optional<String> schedule = settings.schedule();
    SortedMap<String, String> parameters = settings.parameters(new TreeMap<>());
    Optional<CatalogObject> present =
        execution.snapshot().find(ObjectKey.of(ObjectKind.TASK, name));
    if (create.mode().orAlter() && present.isPresent()) {
      return redefine(create, (TaskDefinition) present.get(), settings, execution);
    }
    CreateMode mode = new CreateMode(create.mode().orReplace(), false, create.mode().ifNotExists());
    return new Creation(execution, ObjectKind.TASK, mode, name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) ->
                new TaskDefinition(
                    header,
                    warehouse.orElse(null),
                    schedule.orElse(null),
                    List.of(),
                    parameters,
                    null,
                    create.body().text(),
                    false,
                    create.text()));
  }

  /** CREATE OR ALTER keeps what it does not name: owner, grants, started or suspended. */
  private static Result redefine(
      CreateTask create, TaskDefinition present, TaskSettings settings, Execution execution) {
    execution.services().access().require(execution.context(), "OWNERSHIP", present);
    Header header = present.header().withComment(create.options().text("COMMENT").orElse(""));
    return put(
        new TaskDefinition(
            header,
            settings.warehouse().orElse(null),
            settings.schedule().orElse(null),
            List.of(),
            settings.parameters(new TreeMap<>()),
            null,
            create.body().text(),
            present.started(),
            create.text()),
        execution);
  }

  private Result alter(AlterTask alter, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.TASK, alter.name());
    ObjectKey key = ObjectKey.of(ObjectKind.TASK, name);
    if (alter.ifExists() && execution.snapshot().find(key).isEmpty()) {
      return done();
    }
    TaskDefinition present =
        execution.names().find(TaskDefinition.class, ObjectKind.TASK, alter.name());
    boolean operates =
        alter.action() instanceof TaskAction.Resume || alter.action() instanceof TaskAction.Suspend;
    execution
        .services()
        .access()
        .require(execution.context(), operates ? "OPERATE" : "OWNERSHIP", present);
    if (alter.action() instanceof TaskAction.Resume) {
      return resume(present, execution);
    }
    return put(changed(present, alter.action(), execution), execution);
  }

  private Result resume(TaskDefinition task, Execution execution) {
    if (task.schedule() == null) {
      throw SnowflakeException.compilationError(
          "Task " + task.name() + " cannot be resumed: it has no schedule");
    }
    new TaskRights(execution.catalog(), execution.services().access()).require(task);
    if (!task.started()) {
      scheduler.get().resumed(task.key());
    }
    return put(task.withStarted(true), execution);
  }

  private static TaskDefinition changed(
      TaskDefinition task, TaskAction action, Execution execution) {
    if (action instanceof TaskAction.Suspend) {
      return task.withStarted(false);
    } else if (action instanceof TaskAction.SetOptions set) {
      TaskSettings settings = new TaskSettings(set.options(), execution);
      Header header =
          set.options()
              .text("COMMENT")
              .map(comment -> task.header().withComment(comment))
              .orElse(task.header());
      return with(
          task,
          header,
          settings.warehouse().orElse(task.warehouse()),
          settings.schedule().orElse(task.schedule()),
          settings.parameters(task.parameters()),
          task.body());
    } else if (action instanceof TaskAction.UnsetOptions unset) {
      return unset(task, unset.names());
    } else if (action instanceof TaskAction.ModifyBody modify) {
      return with(
          task,
          task.header(),
          task.warehouse(),
          task.schedule(),
          task.parameters(),
          modify.body().text());
    }
    throw SnowflakeException.unsupported("task graphs: " + action.getClass().getSimpleName());
  }

  private static TaskDefinition unset(TaskDefinition task, List<String> names) {
    SortedMap<String, String> parameters = new TreeMap<>(task.parameters());
    names.forEach(parameters::remove);
    return with(
        task,
        names.contains("COMMENT") ? task.header().withComment("") : task.header(),
        names.contains("WAREHOUSE") ? null : task.warehouse(),
        names.contains("SCHEDULE") ? null : task.schedule(),
        parameters,
        task.body());
  }

  private static TaskDefinition with(
      TaskDefinition task,
      Header header,
      @Nullable String warehouse,
      @Nullable String schedule,
      SortedMap<String, String> parameters,
      String body) {
    return new TaskDefinition(
        header,
        warehouse,
        schedule,
        task.predecessors(),
        parameters,
        task.condition(),
        body,
        task.started(),
        task.ddl());
  }

  private Result execute(ExecuteTask execute, Execution execution) {
    if (execute.retryLast()) {
      throw SnowflakeException.unsupported("EXECUTE TASK ... RETRY LAST");
    }
    TaskDefinition task =
        execution.names().find(TaskDefinition.class, ObjectKind.TASK, execute.name());
    execution.services().access().require(execution.context(), "OPERATE", task);
    new TaskRights(execution.catalog(), execution.services().access()).require(task);
    scheduler.get().execute(task);
    return Result.status(
        StatementType.DDL, "Task " + task.name().name() + " is scheduled to run immediately.");
  }

  private static void refuseGraph(boolean after, boolean when) {
    if (after) {
      throw SnowflakeException.unsupported("task graphs (AFTER)");
    }
    if (when) {
      throw SnowflakeException.unsupported("conditions of tasks (WHEN)");
    }
  }

  private static Result put(TaskDefinition task, Execution execution) {
    return execution
        .catalog()
        .change(
            change -> {
              change.put(task);
              return done();
            });
  }

  private static Result done() {
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }
}
