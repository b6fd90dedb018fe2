package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;

/** CREATE TABLE, ALTER TABLE and CREATE VIEW. */
public final class TableHandler implements StatementHandler<TableStatement> {

  private final TableCreation creation = new TableCreation();
  private final TableAlteration alteration = new TableAlteration();
  private final ViewCreation views = new ViewCreation();

  @Override
  public Result execute(TableStatement statement, Execution execution) {
    if (statement instanceof TableStatement.CreateTable create) {
      return creation.create(create, execution);
    }
    if (statement instanceof TableStatement.AlterTable alter) {
      return alteration.alter(alter, execution);
    }
    return views.create((TableStatement.CreateView) statement, execution);
  }
}
