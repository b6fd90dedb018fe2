package io.snowpull.runtime.enabling;

import io.snowpull.ddl.TaskStatements;
import java.util.ArrayList;
import java.util.List;

/** One task of a resource, as this version of the connector renders it. */
final class ResourceTask {
  private final TaskStatements statements;
  private final TaskTarget target;
  private final String key;
  private final String schedule;

  ResourceTask(String name, TaskTarget target, String key, String schedule) {
    this.statements = new TaskStatements(List.of("TASKS", name));
    this.target = target;
    this.key = key;
    this.schedule = schedule;
  }

  String create() {
    return statements.create(target.warehouseReference(), schedule, target.procedure(), key);
  }

  /** Makes the task, or brings one of an earlier version up to date; it is suspended then. */
  List<String> establish() {
    List<String> all = new ArrayList<>();
    all.add(create());
    all.addAll(statements.renew(schedule, target.procedure(), key));
    return all;
  }

  String suspend() {
    return statements.suspend();
  }

  String reschedule(String newSchedule) {
    return statements.schedule(newSchedule);
  }

  String drop() {
    return statements.drop();
  }

  String resume() {
    return statements.resume();
  }

  String execute() {
    return statements.execute();
  }
}
