package io.snowpull.runtime.enabling;

import io.snowpull.ddl.TaskStatements;
import java.util.ArrayList;
import java.util.List;

/** One task of a resource, as this version of the connector renders it. */
final class ResourceTask {
  private final TaskStatements statements;
  private final TaskTarget target;
  private final String key;

  ResourceTask(String name, TaskTarget target, String key) {
    this.statements = new TaskStatements(List.of("TASKS", name));
    this.target = target;
    this.key = key;
  }

  String create() {
    return statements.create(
        target.warehouseReference(), target.minutes(), target.procedure(), key);
  }

  /** Makes the task, or brings one of an earlier version up to date; it runs from then on. */
  List<String> establish() {
    List<String> all = new ArrayList<>();
    all.add(create());
    all.addAll(statements.renew(target.procedure(), key));
    return all;
  }

  String resume() {
    return statements.resume();
  }

  String execute() {
    return statements.execute();
  }
}
