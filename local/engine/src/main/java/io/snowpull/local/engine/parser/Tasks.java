package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.ast.TaskStatement.TaskAction;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddAfterContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AfterClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BodyStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ModifyTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ModifyWhenContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RemoveAfterContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RemoveWhenContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ResumeTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SuspendTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TaskActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TaskClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TaskOptionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetTaskContext;
import java.util.ArrayList;
import java.util.List;

/** Builds CREATE TASK and ALTER TASK. */
final class Tasks {
  private final Builders builders;

  Tasks(Builders builders) {
    this.builders = builders;
  }

  Statement create(CreateTaskContext node, Creation creation) {
    List<Option> options = new ArrayList<>();
    List<ObjectName> after = new ArrayList<>();
    for (TaskClauseContext clause : node.taskClause()) {
      if (clause instanceof AfterClauseContext c) {
        after.addAll(builders.names.objectNames(c.objectNames().objectName()));
      } else {
        options.add(builders.options.option(((TaskOptionContext) clause).option()));
      }
    }
    return new TaskStatement.CreateTask(
        creation.mode(node.ifNotExists()),
        builders.names.objectName(node.objectName()),
        new Options(options),
        List.copyOf(after),
        builders.expressions.optional(node.expression()),
        node.expression() == null ? null : builders.source.text(node.expression()),
        body(node.bodyStatement()),
        creation.text());
  }

  /** A body in quotes is a statement of its own text. */
  private Statement body(BodyStatementContext node) {
    if (node.statement() != null) {
      return builders.statements.statement(node.statement());
    }
    List<Statement> inner = SnowflakeParser.parse(Names.string(node.string()));
    if (inner.size() != 1) {
      throw Source.unexpected(node.getStart());
    }
    return inner.get(0);
  }

  Statement alter(AlterTaskContext node, String text) {
    return new TaskStatement.AlterTask(
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        action(node.taskAction()),
        text);
  }

  private TaskAction action(TaskActionContext node) {
    if (node instanceof ResumeTaskContext) {
      return new TaskAction.Resume();
    }
    if (node instanceof SuspendTaskContext) {
      return new TaskAction.Suspend();
    }
    if (node instanceof AddAfterContext a) {
      return new TaskAction.AddAfter(builders.names.objectNames(a.objectNames().objectName()));
    }
    if (node instanceof RemoveAfterContext a) {
      return new TaskAction.RemoveAfter(builders.names.objectNames(a.objectNames().objectName()));
    }
    if (node instanceof ModifyTaskContext a) {
      return new TaskAction.ModifyBody(body(a.bodyStatement()));
    }
    if (node instanceof ModifyWhenContext a) {
      return new TaskAction.ModifyWhen(
          builders.expressions.visit(a.expression()), builders.source.text(a.expression()));
    }
    if (node instanceof RemoveWhenContext) {
      return new TaskAction.ModifyWhen(null, null);
    }
    return node instanceof SetTaskContext a
        ? new TaskAction.SetOptions(builders.options.options(a.optionList()))
        : new TaskAction.UnsetOptions(Names.words(((UnsetTaskContext) node).words()));
  }
}
