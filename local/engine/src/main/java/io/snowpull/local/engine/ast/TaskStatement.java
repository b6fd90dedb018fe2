package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks. */
public sealed interface TaskStatement extends Statement {
  /**
   * @param options WAREHOUSE (a name or {@code reference('x')}), SCHEDULE, CONFIG,
   *     USER_TASK_TIMEOUT_MS, COMMENT and others
   * @param after predecessors; empty for a root task
   * @param when null to run always
   * @param body the statement that runs, {@link #text()} of it as written
   */
  record CreateTask(
      CreateMode mode,
      ObjectName name,
      Options options,
      List<ObjectName> after,
      @Nullable Expression when,
      @Nullable String whenText,
      Statement body,
      String text)
      implements TaskStatement {}

  record AlterTask(boolean ifExists, ObjectName name, TaskAction action, String text)
      implements TaskStatement {}

  /** What ALTER TASK does. */
  sealed interface TaskAction {
    record Resume() implements TaskAction {}

    record Suspend() implements TaskAction {}

    record SetOptions(Options options) implements TaskAction {}

    record UnsetOptions(List<String> names) implements TaskAction {}

    record AddAfter(List<ObjectName> tasks) implements TaskAction {}

    record RemoveAfter(List<ObjectName> tasks) implements TaskAction {}

    record ModifyBody(Statement body) implements TaskAction {}

    /** Null for REMOVE WHEN. */
    record ModifyWhen(@Nullable Expression when, @Nullable String whenText) implements TaskAction {}
  }

  record ExecuteTask(ObjectName name, boolean retryLast, String text) implements TaskStatement {}
}
