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
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.ast.TransactionStatement;

/** The one handler of each family of statements. */
public record Handlers(
    StatementHandler<QueryStatement> query,
    StatementHandler<DmlStatement> dml,
    StatementHandler<SessionStatement> session,
    StatementHandler<TransactionStatement> transaction,
    StatementHandler<TableStatement> table,
    StatementHandler<SchemaStatement> schema,
    StatementHandler<SecurityStatement> security,
    StatementHandler<StageStatement> stage,
    StatementHandler<ApplicationStatement> application,
    StatementHandler<RoutineStatement> routine,
    StatementHandler<TaskStatement> task,
    StatementHandler<InspectionStatement> inspection,
    StatementHandler<Script.Anonymous> script) {}
