package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SequenceDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.stage.StagedRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the words of a statement mean in one execution. */
final class SessionSqlContext implements SqlContext {

  private final Execution execution;
  private final RelationSources relations;
  private final AccountFunctions functions;
  private final SqlContexts contexts;
  private final Instant now;

  SessionSqlContext(
      Execution execution,
      RelationSources relations,
      AccountFunctions functions,
      SqlContexts contexts) {
    this.execution = execution;
    this.relations = relations;
    this.functions = functions;
    this.contexts = contexts;
    this.now = execution.services().clock().instant();
  }

  @Override
  public ObjectName.Plain name(ObjectName name) {
    return name instanceof ObjectName.Plain plain
        ? plain
        : new ObjectName.Plain(
            execution.names().parts(name).stream().map(Identifier::new).toList());
  }

  @Override
  public RelationSource relation(ObjectName.Plain name) {
    return relations.find(name, execution, contexts);
  }

  @Override
  public PhysicalName sequence(ObjectName.Plain name) {
    QualifiedName full =
        execution.names().find(SequenceDefinition.class, ObjectKind.SEQUENCE, name).name();
    return PhysicalName.of(full.database(), full.schema(), full.name());
  }

  @Override
  public Optional<RelationSource> tableFunction(
      ObjectName.Plain name, List<SqlValue> arguments, Map<String, SqlValue> namedArguments) {
    AccountFunctions.@Nullable Table function = functions.tables().get(name.last().name());
    if (function == null) {
      return Optional.empty();
    }
    Result result =
        function.call(
            values(arguments),
            namedArguments.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().toUpperCase(Locale.ROOT),
                        entry -> value(entry.getValue()))),
            execution);
    return Optional.of(new RelationSource.Computed(result.columns(), result.rows()));
  }

  @Override
  public RelationSource.Computed stagedFiles(StageLocation location, Options options) {
    return StagedRows.of(location, options, execution);
  }

  @Override
  public Optional<SqlValue> sessionFunction(String name, List<SqlValue> arguments) {
    AccountFunctions.@Nullable Scalar function = functions.scalars().get(name);
    return function == null
        ? Optional.empty()
        : Optional.of(sqlValue(function.call(values(arguments), execution)));
  }

  @Override
  public SqlValue constant(Expression expression) {
    return sqlValue(execution.evaluate(expression));
  }

  @Override
  public SqlValue bind(int index) {
    List<Value> bound = execution.binds().positional();
    if (index < 1 || index > bound.size()) {
      // Source: what Snowflake answers when a statement has more ? than bound values.
      throw new SnowflakeException(
          "002049", "42601", "SQL compilation error:\nBind variable ? not set.");
    }
    return sqlValue(bound.get(index - 1));
  }

  @Override
  public SqlValue variable(Identifier name) {
    return sqlValue(required(execution.binds().variables().get(name), ":" + name.name()));
  }

  @Override
  public SqlValue sessionVariable(Identifier name) {
    Value value = execution.isFramed() ? null : execution.session().variables().get(name.name());
    if (value == null) {
      throw new SnowflakeException(
          "002211",
          "02000",
          "SQL compilation error: error line 0 at position -1\nSession variable '$"
              + name.name()
              + "' does not exist");
    }
    return sqlValue(value);
  }

  @Override
  public Result result(String queryId) {
    return execution
        .services()
        .queries()
        .find(queryId)
        .filter(query -> query.session().user().equals(execution.session().user()))
        .flatMap(Query::outcome)
        .map(
            outcome -> {
              if (outcome instanceof QueryOutcome.Answer answer) {
                return answer.result();
              }
              throw resultNotFound(queryId);
            })
        .orElseThrow(() -> resultNotFound(queryId));
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public ZoneId zone() {
    return execution.session().parameters().zone();
  }

  @Override
  public Duration lockTimeout() {
    return Duration.ofSeconds(
        execution.session().parameters().number(ParameterDefinition.LOCK_TIMEOUT));
  }

  private static SnowflakeException resultNotFound(String queryId) {
    return new SnowflakeException("000709", "02000", "Statement " + queryId + " not found");
  }

  private static Value required(@Nullable Value value, String name) {
    if (value == null) {
      throw SnowflakeException.invalidIdentifier(name);
    }
    return value;
  }

  private static List<Value> values(List<SqlValue> arguments) {
    return arguments.stream().map(SessionSqlContext::value).toList();
  }

  private static Value value(SqlValue value) {
    return new Value(value.type(), value.value());
  }

  private static SqlValue sqlValue(Value value) {
    return new SqlValue(value.type(), value.content());
  }
}
