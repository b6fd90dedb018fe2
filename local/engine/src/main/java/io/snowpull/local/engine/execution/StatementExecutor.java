package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.stage.StagedRows;
import java.util.List;

/** Runs one statement of a query: the order of commit, binds, dispatch. */
public final class StatementExecutor {

  private final StatementDispatcher dispatcher;
  private final Services services;
  private final StatementDescriber describer = new StatementDescriber();

  public StatementExecutor(StatementDispatcher dispatcher, Services services) {
    this.dispatcher = dispatcher;
    this.services = services;
  }

  QueryOutcome run(Query query, Statement statement, QueryRequest given) {
    QueryRequest request = withStagedBinds(query, given);
    Execution execution = execution(query, request);
    if (statement instanceof StageStatement.Put put) {
      return new QueryOutcome.Transfer(services.transfers().put(put, execution));
    }
    if (statement instanceof StageStatement.Get get) {
      return new QueryOutcome.Transfer(services.transfers().get(get, execution));
    }
    int binds = SyntaxTree.binds(statement);
    Result result =
        request.binds().size() > 1
            ? runMany(statement, execution, request.binds())
            : execution.run(statement);
    return new QueryOutcome.Answer(result, binds);
  }

  QueryOutcome describe(Query query, Statement statement, QueryRequest request) {
    int binds = SyntaxTree.binds(statement);
    return new QueryOutcome.Answer(describer.describe(statement, execution(query, request)), binds);
  }

  /** Drivers stage the values of large array binds as CSV files. */
  private QueryRequest withStagedBinds(Query query, QueryRequest request) {
    return request.bindStage().isEmpty()
        ? request
        : request.withBinds(StagedRows.binds(request.bindStage(), execution(query, request)));
  }

  private Execution execution(Query query, QueryRequest request) {
    List<Value> first = request.binds().isEmpty() ? List.of() : request.binds().get(0);
    return new Execution(
        query.session(),
        services,
        dispatcher,
        query.id(),
        Binds.of(first),
        ContextHolder.of(query.session()),
        query.cancellation());
  }

  /** An array bind is one statement: all of its rows or none. */
  private Result runMany(Statement statement, Execution execution, List<List<Value>> binds) {
    if (!(statement instanceof DmlStatement dml)) {
      throw io.snowpull.local.engine.result.SnowflakeException.unsupported(
          "array binds for statements other than INSERT, UPDATE, DELETE and MERGE");
    }
    return services
        .data()
        .change(
            execution,
            connection ->
                connection.executeBatch(
                    dml,
                    binds.stream()
                        .map(values -> services.sql().context(execution.with(Binds.of(values))))
                        .toList()));
  }

  /**
   * Whether the statement ends the open transaction before it runs, as all DDL does.
   *
   * <p>Source: https://docs.snowflake.com/en/sql-reference/transactions#ddl
   */
  static boolean commits(Statement statement) {
    if (statement instanceof RoutineStatement routine) {
      return routine instanceof RoutineStatement.CreateRoutine
          || routine instanceof RoutineStatement.AlterRoutine;
    }
    return statement instanceof io.snowpull.local.engine.ast.TableStatement
        || statement instanceof io.snowpull.local.engine.ast.SchemaStatement
        || statement instanceof io.snowpull.local.engine.ast.SecurityStatement
        || statement instanceof io.snowpull.local.engine.ast.ApplicationStatement
        || (statement instanceof TaskStatement
            && !(statement instanceof TaskStatement.ExecuteTask));
  }
}
