package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.ApplicationStatement;
import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.ast.SessionStatement;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.ast.TransactionStatement;
import io.snowpull.local.engine.result.Result;

/** Sends each statement to the handler of its family. */
public final class StatementDispatcher {

  private final Handlers handlers;
  private final StatementRule rule;

  public StatementDispatcher(Handlers handlers, StatementRule rule) {
    this.rule = rule;
    this.handlers = handlers;
  }

  Result dispatch(Statement statement, Execution execution) {
    rule.check(statement, execution);
    if (statement instanceof QueryStatement query) {
      return handlers.query().execute(query, execution);
    } else if (statement instanceof DmlStatement dml) {
      return handlers.dml().execute(dml, execution);
    } else if (statement instanceof SessionStatement session) {
      return handlers.session().execute(session, execution);
    } else if (statement instanceof TransactionStatement transaction) {
      return handlers.transaction().execute(transaction, execution);
    } else if (statement instanceof TableStatement table) {
      return handlers.table().execute(table, execution);
    } else if (statement instanceof SchemaStatement schema) {
      return handlers.schema().execute(schema, execution);
    } else if (statement instanceof SecurityStatement security) {
      return handlers.security().execute(security, execution);
    } else if (statement instanceof StageStatement stage) {
      return handlers.stage().execute(stage, execution);
    } else if (statement instanceof ApplicationStatement application) {
      return handlers.application().execute(application, execution);
    } else if (statement instanceof RoutineStatement routine) {
      return handlers.routine().execute(routine, execution);
    } else if (statement instanceof TaskStatement task) {
      return handlers.task().execute(task, execution);
    } else if (statement instanceof InspectionStatement inspection) {
      return handlers.inspection().execute(inspection, execution);
    } else if (statement instanceof Script.Anonymous script) {
      return handlers.script().execute(script, execution);
    }
    throw new IllegalStateException("no family: " + statement.getClass());
  }
}
